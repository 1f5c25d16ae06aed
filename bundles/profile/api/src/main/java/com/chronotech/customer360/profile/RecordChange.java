package com.chronotech.customer360.profile;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a new record, or the fields of a record that are to change: what is not named stays
 * as it is. Immutable; made with {@link #of} and the builder. Nothing is checked here: {@link
 * Records} reports every fault at once.
 *
 * @param fields by their names; null clears. Unmodifiable
 * @param confirmed what the one who asks has been asked about and means
 * @param ifMatch the tag that the record must still have; null when it does not matter, and for a
 *     new record
 */
public record RecordChange(
    Map<String, Object> fields, Set<Confirmation> confirmed, String ifMatch) {

  /** Something unusual that has to be meant. */
  public enum Confirmation {
    /** The mileage is lower than it was, since it was wrong. */
    MILEAGE_CORRECTION,
    /** The delivery window ends the day after it began. */
    WINDOW_OVER_MIDNIGHT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in JSON, such as {@code mileage_correction}. */
    public String code() {
      return code;
    }
  }

  /** Creates a change. */
  public RecordChange {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    confirmed = Set.copyOf(confirmed);
  }

  /** Begins a change. */
  public static Builder of() {
    return new Builder();
  }

  /** Builds a change. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    private String ifMatch;

    private Builder() {}

    /** Sets a field; null clears it. */
    public <T> Builder set(RecordKey<T> field, T value) {
      fields.put(field.name(), value);
      return this;
    }

    /** Clears a field. */
    public Builder clear(RecordKey<?> field) {
      fields.put(field.name(), null);
      return this;
    }

    /** Says that something unusual is meant. */
    public Builder confirm(Confirmation meant) {
      confirmed.add(meant);
      return this;
    }

    /** Refuses the change unless the record still has this tag. */
    public Builder ifMatch(String tag) {
      this.ifMatch = tag;
      return this;
    }

    /** The change. */
    public RecordChange build() {
      return new RecordChange(fields, confirmed, ifMatch);
    }
  }
}
