/** Who the customer is: reading it, changing it, and what it was. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.chronotech.customer360.profile;
