package com.chronotech.customer360.platform.schema;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Adopts a host's database: adds what is missing, maps what is named otherwise, never drops, and
 * reports what it could not map. Safe to repeat: a second run changes nothing. Thread-safe; runs on
 * several nodes queue behind one database lock. Not for use inside a caller's transaction, since
 * DDL commits.
 */
@ProviderType
public interface Adoption {

  /** Tells what {@link #adopt} would do, without changing anything. */
  AdoptionReport preview();

  /**
   * Adopts the database.
   *
   * @param allowCopy whether tables above the configured size may be changed by a statement that
   *     copies them and blocks writers meanwhile; without it such changes are reported and left
   */
  AdoptionReport adopt(boolean allowCopy);

  /** The report of the last run that is kept in the database; empty before the first. */
  AdoptionReport lastReport();
}
