/** What happened to a customer: recording it and reading it back. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package com.chronotech.customer360.timeline;
