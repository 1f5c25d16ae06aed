package com.chronotech.customer360.platform.schema;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Present in the registry once the database holds the schema this version needs. Stores reference
 * it, so that nothing touches a table before it stands.
 */
@ProviderType
public interface SchemaReady {
  /** The id of the newest changeset that stands in the database. */
  String version();
}
