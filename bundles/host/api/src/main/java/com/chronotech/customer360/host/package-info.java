/** What Customer 360 needs of an ERP. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package com.chronotech.customer360.host;
