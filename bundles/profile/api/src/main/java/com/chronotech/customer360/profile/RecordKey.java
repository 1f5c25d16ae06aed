package com.chronotech.customer360.profile;

/**
 * A field of a record that can be set.
 *
 * @param name its name in JSON, such as {@code license_plate}
 * @param type what its values are
 */
public record RecordKey<T>(String name, Class<T> type) {

  static RecordKey<String> text(String name) {
    return new RecordKey<>(name, String.class);
  }

  static RecordKey<Boolean> flag(String name) {
    return new RecordKey<>(name, Boolean.class);
  }
}
