package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.ProfileColumn;
import java.time.Instant;
import java.util.List;

/**
 * Fields of a profile that were changed together.
 *
 * @param id a UUID
 * @param customerId the customer
 * @param at when, to the microsecond; within one customer no two sets have the same instant
 * @param actorId the host's user who did it; null for a service, or when unknown
 * @param actorName who did it; {@link #OUTSIDE} for a change that the host made by itself and that
 *     was noticed later
 * @param reason why, in words; null when it was not said
 * @param reverts the set that this one reverts; null when it reverts none
 * @param changes each field that was changed
 */
public record ChangeSet(
    String id,
    long customerId,
    Instant at,
    Long actorId,
    String actorName,
    String reason,
    String reverts,
    List<FieldChange> changes) {

  /** Stands for whoever changed the host's row without Customer 360. */
  public static final String OUTSIDE = "outside";

  /** Creates a set. */
  public ChangeSet {
    changes = List.copyOf(changes);
  }

  /** Whether the host made the change by itself. */
  public boolean outside() {
    return OUTSIDE.equals(actorName) && actorId == null;
  }

  /**
   * One field.
   *
   * @param field which
   * @param oldValue what stood before, as JSON; null when it was empty
   * @param newValue what stood after, as JSON; null when it was cleared
   */
  public record FieldChange(ProfileColumn field, String oldValue, String newValue) {}
}
