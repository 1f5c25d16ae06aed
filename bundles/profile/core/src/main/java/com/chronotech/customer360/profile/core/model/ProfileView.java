package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileFields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the six fields to a person: what is empty by its default, what is missing as missing. */
public final class ProfileView {
  private static final String LANGUAGE = "fr-CA";

  private ProfileView() {}

  /**
   * The profile that values make.
   *
   * @param values as JSON by field; empty ones are absent
   * @param shopZone the time zone of those who have none
   * @param asOf the instant they are of; null for now
   * @param changedAt when they were last changed; null when that is not known
   */
  public static Profile of(
      CustomerRow row,
      Map<ProfileColumn, String> values,
      String shopZone,
      Instant asOf,
      Instant changedAt) {
    Set<ProfileColumn> missing = EnumSet.noneOf(ProfileColumn.class);
    Set<ProfileColumn> empty = EnumSet.noneOf(ProfileColumn.class);
    for (ProfileColumn field : ProfileColumn.values()) {
      if (!row.has(field.column())) {
        missing.add(field);
      } else if (!values.containsKey(field)) {
        empty.add(field);
      }
    }
    Map<ProfileColumn, String> unreadable = unreadable(values);
    return new Profile(
        row.id(),
        row,
        fields(values, unreadable.keySet(), shopZone),
        missing,
        empty,
        unreadable,
        asOf,
        changedAt,
        tag(row.id(), values));
  }

  private static ProfileFields fields(
      Map<ProfileColumn, String> values, Set<ProfileColumn> unreadable, String shopZone) {
    String segments = values.get(ProfileColumn.SEGMENTS);
    return new ProfileFields(
        text(values, ProfileColumn.LANGUAGE_CODE, LANGUAGE),
        unreadable.contains(ProfileColumn.TIMEZONE)
            ? shopZone
            : text(values, ProfileColumn.TIMEZONE, shopZone),
        segments == null ? List.of() : FieldJson.labels(segments).orElse(List.of()),
        HostCustomer.privacyLevelOf(FieldJson.text(values.get(ProfileColumn.PRIVACY_LEVEL))),
        text(values, ProfileColumn.PREFERRED_CONTACT_CHANNEL, ProfileFields.CHANNELS.get(0)),
        FieldJson.flag(values.get(ProfileColumn.TAX_EXEMPT)));
  }

  private static Map<ProfileColumn, String> unreadable(Map<ProfileColumn, String> values) {
    Map<ProfileColumn, String> all = new EnumMap<>(ProfileColumn.class);
    values.forEach(
        (field, value) -> {
          if (!readable(field, value)) {
            all.put(field, FieldJson.shown(value));
          }
        });
    return all;
  }

  /** Whether a field says something that is a value of it. */
  public static boolean readable(ProfileColumn field, Map<ProfileColumn, String> values) {
    String value = values.get(field);
    return value != null && readable(field, value);
  }

  private static boolean readable(ProfileColumn field, String value) {
    return switch (field) {
      case SEGMENTS -> FieldJson.labels(value).isPresent();
      case TIMEZONE -> ZoneId.getAvailableZoneIds().contains(FieldJson.text(value));
      case PRIVACY_LEVEL -> ProfileFields.PRIVACY_LEVELS.contains(FieldJson.text(value));
      default -> true;
    };
  }

  private static String text(
      Map<ProfileColumn, String> values, ProfileColumn field, String byDefault) {
    String value = values.get(field);
    return value == null ? byDefault : FieldJson.text(value);
  }

  /** Stands for the values: who has seen these has seen this tag. */
  public static String tag(long customerId, Map<ProfileColumn, String> values) {
    StringBuilder all = new StringBuilder().append(customerId);
    for (ProfileColumn field : ProfileColumn.values()) {
      all.append('|').append(values.get(field));
    }
    return Tags.of(all.toString());
  }
}
