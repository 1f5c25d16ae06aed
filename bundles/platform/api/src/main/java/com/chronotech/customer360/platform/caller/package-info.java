/** Who is asking, and what they may do. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.chronotech.customer360.platform.caller;
