/** An example of a host module: service reminders, which show on the customer's timeline. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.example.reminders;
