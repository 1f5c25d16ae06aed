/** What a domain shows of a customer in one tab, loaded in one call. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.sections;
