/** What every store leans on: UTC times, plain SQL in the shared transaction, entity managers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.chronotech.customer360.platform.store;
