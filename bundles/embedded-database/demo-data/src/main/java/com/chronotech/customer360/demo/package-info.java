/** Invented host databases, for trying the product out and for its tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.customer360.demo;
