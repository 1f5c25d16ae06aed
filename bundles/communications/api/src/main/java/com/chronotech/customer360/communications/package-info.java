/** Messages to customers: what is sent, on what ground, and what became of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.communications;
