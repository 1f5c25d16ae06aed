package com.chronotech.customer360.host;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of each kind of record, in the order in which a person reads them. */
final class RecordFields {
  private static final Map<RecordKind, List<RecordField>> OF =
      Map.of(
          RecordKind.CONTACT,
          all(
              text("name", "role", "email", "phone", "mobile"),
              of(FieldType.FLAG, "opt_in_email", "opt_in_sms"),
              text("language_code", "preferred_contact_hours"),
              of(FieldType.FLAG, RecordKind.IS_PRIMARY),
              text("notes", "phone_e164", "mobile_e164")),
          RecordKind.ADDRESS,
          all(
              text("label", "type", "street", "street2", "city", "province", "postal_code"),
              text("country"),
              of(FieldType.DECIMAL, "latitude", "longitude"),
              of(FieldType.TIME, "delivery_window_start", "delivery_window_end"),
              text("instructions", "service_zone"),
              of(FieldType.FLAG, RecordKind.IS_PRIMARY)),
          RecordKind.VEHICLE,
          all(
              text("make", "model"),
              of(FieldType.WHOLE, "year"),
              text("vin", "license_plate"),
              of(FieldType.WHOLE, "mileage"),
              text("color", "fuel_type", "department", "notes")));

  private RecordFields() {}

  static List<RecordField> of(RecordKind kind) {
    return OF.get(kind);
  }

  private static List<RecordField> all(RecordField[]... parts) {
    return Stream.of(parts).flatMap(Stream::of).toList();
  }

  private static RecordField[] text(String... names) {
    return of(FieldType.TEXT, names);
  }

  private static RecordField[] of(FieldType type, String... names) {
    return Stream.of(names).map(name -> new RecordField(name, type)).toArray(RecordField[]::new);
  }
}
