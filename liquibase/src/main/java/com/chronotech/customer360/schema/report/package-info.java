/** The adoption report as a person or a program reads it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.schema.report;
