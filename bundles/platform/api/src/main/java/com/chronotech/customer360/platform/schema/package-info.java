/** The state of the database and the adoption of a host's tables. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.chronotech.customer360.platform.schema;
