package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.ProfileColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of some of the six fields: what is not named stays as it is. Immutable; made with {@link
 * #of} and the builder. Nothing is checked here: {@link ProfileService} reports every fault at
 * once.
 *
 * @param customerId the customer
 * @param fields the fields to change: a {@code String}, for segments a {@code List} of strings, for
 *     the tax exemption a {@code Boolean}; null clears. Unmodifiable
 * @param reason why, in words, at most 500 characters; null for none
 * @param ifMatch the {@linkplain Profile#tag tag} that the profile must still have; null when it
 *     does not matter
 */
public record ProfileChange(
    long customerId, Map<ProfileColumn, Object> fields, String reason, String ifMatch) {

  /** Creates a change. */
  public ProfileChange {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Begins a change. */
  public static Builder of(long customerId) {
    return new Builder(customerId);
  }

  /** Builds a change. In every setter null clears the field. Not thread-safe. */
  public static final class Builder {
    private final long customerId;
    private final Map<ProfileColumn, Object> fields = new LinkedHashMap<>();
    private String reason;
    private String ifMatch;

    private Builder(long customerId) {
      this.customerId = customerId;
    }

    /** Sets the language, a BCP 47 tag. */
    public Builder languageCode(String tag) {
      return set(ProfileColumn.LANGUAGE_CODE, tag);
    }

    /** Sets the time zone, a name of the IANA database. */
    public Builder timezone(String name) {
      return set(ProfileColumn.TIMEZONE, name);
    }

    /** Sets the labels: these and no others. */
    public Builder segments(List<String> labels) {
      return set(ProfileColumn.SEGMENTS, labels);
    }

    /** Sets the level of privacy. */
    public Builder privacyLevel(String level) {
      return set(ProfileColumn.PRIVACY_LEVEL, level);
    }

    /** Sets the preferred channel. */
    public Builder preferredContactChannel(String channel) {
      return set(ProfileColumn.PREFERRED_CONTACT_CHANNEL, channel);
    }

    /** Sets whether taxes are not charged. */
    public Builder taxExempt(Boolean exempt) {
      return set(ProfileColumn.TAX_EXEMPT, exempt);
    }

    /** Sets any field by its column; the value is of the type that {@link #fields} says. */
    public Builder set(ProfileColumn field, Object value) {
      fields.put(field, value);
      return this;
    }

    /** Says why. */
    public Builder reason(String words) {
      this.reason = words;
      return this;
    }

    /** Refuses the change unless the profile still has this tag. */
    public Builder ifMatch(String tag) {
      this.ifMatch = tag;
      return this;
    }

    /** The change. */
    public ProfileChange build() {
      return new ProfileChange(customerId, fields, reason, ifMatch);
    }
  }
}
