/** What happened to a customer: recording it and reading it back. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.chronotech.customer360.timeline;
