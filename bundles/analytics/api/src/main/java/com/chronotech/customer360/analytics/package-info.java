/** What a customer's dealings mean, in figures that say how they were found. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.analytics;
