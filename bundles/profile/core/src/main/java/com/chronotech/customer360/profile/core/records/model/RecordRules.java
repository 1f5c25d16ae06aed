package com.chronotech.customer360.profile.core.records.model;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.core.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What records of one kind may say, and how they read.
 *
 * @param <R> the kind
 */
public abstract sealed class RecordRules<R extends CustomerRecord>
    permits ContactRules, AddressRules, VehicleRules {

  /** Characters of a text, where nothing else is said. */
  static final int LONGEST = 255;

  /** Characters of notes. */
  static final int LONGEST_NOTES = 16_000;

  private final RecordKind kind;
  private final Set<String> settable;
  private final Set<Confirmation> confirmations;

  RecordRules(RecordKind kind, Set<String> settable, Confirmation... confirmations) {
    this.kind = kind;
    this.settable = settable;
    this.confirmations = Set.of(confirmations);
  }

  /** The kind. */
  public final RecordKind kind() {
    return kind;
  }

  /** Whether a field can be set. */
  public final boolean settable(String field) {
    return settable.contains(field);
  }

  /** What can be confirmed. */
  public final Set<Confirmation> confirmations() {
    return confirmations;
  }

  /**
   * Checks a change.
   *
   * @param standing the record as it stands; null for a new one
   */
  public final Draft check(RecordChange change, HostRecord standing, Circumstances at) {
    Draft draft =
        new Draft(kind, change, standing == null ? Map.of() : standing.fields(), settable);
    apply(draft, at);
    return draft;
  }

  abstract void apply(Draft draft, Circumstances at);

  /** The record that a row of the host makes. */
  public abstract R read(HostRecord row, String region);

  /** What a person calls it. */
  public abstract String title(HostRecord row);

  /** Where it stands; the tag stands for all it says. */
  static CustomerRecord.State state(HostRecord row) {
    Map<String, Object> said = new LinkedHashMap<>(row.fields());
    said.values().removeIf(value -> value == null);
    return new CustomerRecord.State(
        row.reference(),
        row.version(),
        row.createdAt(),
        row.updatedAt(),
        Tags.of(row.table() + "|" + row.id() + "|" + row.version() + "|" + said));
  }

  static boolean flag(HostRecord row, String field) {
    return Boolean.TRUE.equals(row.fields().get(field));
  }
}
