/** Writes that are done once, however often they are asked for. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.platform.idempotency;
