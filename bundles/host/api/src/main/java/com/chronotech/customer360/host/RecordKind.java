package com.chronotech.customer360.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a customer has several of, with the fields that each has on every host. */
public enum RecordKind {
  /** People to speak to. {@code phone_e164} and {@code mobile_e164} stand beside what was typed. */
  CONTACT,
  /** Places to go or to write to. Latitude and longitude are degrees, WGS 84. */
  ADDRESS,
  /** Vehicles. The mileage is in kilometres. */
  VEHICLE;

  /** The field that at most one contact and one address of a customer has as true. */
  public static final String IS_PRIMARY = "is_primary";

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The word in the database, such as {@code contact}. */
  public String code() {
    return code;
  }

  /** Every field, in the order in which a person reads them. */
  public List<RecordField> fields() {
    return RecordFields.of(this);
  }

  /** A field by its canonical name; empty when this kind has none such. */
  public Optional<RecordField> field(String name) {
    return fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Whether one of a customer's records of this kind can be the primary one. */
  public boolean hasPrimary() {
    return this != VEHICLE;
  }
}
