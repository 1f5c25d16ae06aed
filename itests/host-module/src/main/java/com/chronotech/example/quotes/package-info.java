/** Quotes kept by another system: how a host module answers for what the host's tables lack. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.chronotech.example.quotes;
