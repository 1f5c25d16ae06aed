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

  /**
   * Adds to the host's own tables the indexes by which a customer's rows are found, where no index
   * serves. Writers go on meanwhile: a server that cannot build one so refuses, and that is
   * reported. Nothing else is changed, and nothing is added without this call.
   *
   * @param allowLarge whether tables above the configured size get one too, which takes the server
   *     a while; without it they are reported and left
   * @return a line for each index that was missing; empty when none was
   */
  AdoptionReport addIndexes(boolean allowLarge);

  /** The report of the last run that is kept in the database; empty before the first. */
  AdoptionReport lastReport();
}
