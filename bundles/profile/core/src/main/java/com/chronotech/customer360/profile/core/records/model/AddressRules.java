package com.chronotech.customer360.profile.core.records.model;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.core.model.Texts;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What addresses may say. */
public final class AddressRules extends RecordRules<Address> {
  private static final String CANADA = "CA";

  /** An address says at least one of these. */
  private static final String[] PLACES = {"street", "label", "city", "postal_code", "latitude"};

  /** Creates the rules. */
  public AddressRules() {
    super(
        RecordKind.ADDRESS,
        Set.of(
            Address.LABEL.name(),
            Address.TYPE.name(),
            Address.STREET.name(),
            Address.STREET2.name(),
            Address.CITY.name(),
            Address.PROVINCE.name(),
            Address.POSTAL_CODE.name(),
            Address.COUNTRY.name(),
            Address.LATITUDE.name(),
            Address.LONGITUDE.name(),
            Address.DELIVERY_WINDOW_START.name(),
            Address.DELIVERY_WINDOW_END.name(),
            Address.INSTRUCTIONS.name(),
            Address.SERVICE_ZONE.name(),
            Address.PRIMARY.name()),
        Confirmation.WINDOW_OVER_MIDNIGHT);
  }

  @Override
  void apply(Draft draft, Circumstances at) {
    if (draft.concerns(PLACES) && draft.lacksAll(PLACES)) {
      draft.fault("street", "profile.required", "street");
    }
    draft.oneOf("type", Address.TYPES);
    for (String field : new String[] {"label", "street", "street2", "city", "service_zone"}) {
      draft.length(field, LONGEST, false);
    }
    draft.length("province", 100, false);
    draft.length("country", 100, false);
    draft.length("postal_code", 20, false);
    draft.length("instructions", LONGEST_NOTES, true);
    country(draft, at.region());
    place(draft);
    window(draft);
  }

  private static void country(Draft draft, String byDefault) {
    String country = country((String) draft.after("country"), byDefault);
    if (country == null) {
      if (draft.changes("country") || draft.changes("postal_code")) {
        draft.warn("country", "profile.country_unknown", shown(draft.after("country")));
      }
      return;
    }
    if (CANADA.equals(country)) {
      province(draft);
    }
    boolean touched = draft.changes("postal_code") || draft.changes("country");
    if (touched && draft.after("postal_code") != null && PostalCodes.checked(country)) {
      postalCode(draft, country);
    }
  }

  private static void province(Draft draft) {
    String typed = draft.text("province");
    if (typed != null) {
      Provinces.code(typed)
          .ifPresentOrElse(
              code -> draft.put("province", code),
              () ->
                  draft.fault(
                      "province",
                      "profile.province",
                      shown(typed),
                      String.join(", ", Provinces.CODES)));
    }
  }

  private static void postalCode(Draft draft, String country) {
    String typed = (String) draft.after("postal_code");
    String code = PostalCodes.canonical(country, typed).orElse(null);
    if (code == null) {
      draft.fault(
          "postal_code",
          "profile.postal_code",
          shown(typed),
          country,
          PostalCodes.example(country));
      return;
    }
    draft.put("postal_code", code);
    if (CANADA.equals(country) && draft.after("province") instanceof String said) {
      Provinces.code(said)
          .filter(province -> !PostalCodes.ofProvince(code, province))
          .ifPresent(
              province ->
                  draft.warn("postal_code", "profile.postal_code_elsewhere", code, province));
    }
  }

  private static void place(Draft draft) {
    within(draft, "latitude", 90);
    within(draft, "longitude", 180);
    boolean touched = draft.changes("latitude") || draft.changes("longitude");
    if (touched && (draft.after("latitude") == null) != (draft.after("longitude") == null)) {
      String missing = draft.after("latitude") == null ? "latitude" : "longitude";
      draft.fault(missing, "profile.place_incomplete");
    }
  }

  private static void within(Draft draft, String field, int most) {
    if (draft.changes(field)
        && draft.after(field) instanceof BigDecimal degrees
        && degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      draft.fault(field, "profile." + field);
    }
  }

  private static void window(Draft draft) {
    boolean said = draft.confirms(Confirmation.WINDOW_OVER_MIDNIGHT);
    String startField = "delivery_window_start";
    String endField = "delivery_window_end";
    if (!draft.changes(startField) && !draft.changes(endField) && !said) {
      return;
    }
    LocalTime start = (LocalTime) draft.after(startField);
    LocalTime end = (LocalTime) draft.after(endField);
    if ((start == null) != (end == null)) {
      draft.fault(start == null ? startField : endField, "profile.window_incomplete");
    } else if (start != null && start.equals(end)) {
      draft.fault(endField, "profile.window_empty");
    } else if (start != null && start.isAfter(end) && !said) {
      draft.fault(endField, "profile.window_over_midnight");
    } else if (said && (start == null || start.isBefore(end))) {
      draft.fault(Confirmation.WINDOW_OVER_MIDNIGHT.code(), "profile.window_not_over_midnight");
    }
  }

  /** The code of a country; the default for none, null for a word that is no country's name. */
  private static String country(String typed, String byDefault) {
    return typed == null ? byDefault : Countries.code(typed).orElse(null);
  }

  private static String shown(Object text) {
    return Texts.cut(String.valueOf(text), 64);
  }

  @Override
  public Address read(HostRecord row, String region) {
    return new Address(
        row.id(),
        row.customerId(),
        row.text("label"),
        row.text("type"),
        row.text("street"),
        row.text("street2"),
        row.text("city"),
        row.text("province"),
        row.text("postal_code"),
        row.text("country"),
        country(row.text("country"), region),
        (BigDecimal) row.fields().get("latitude"),
        (BigDecimal) row.fields().get("longitude"),
        (LocalTime) row.fields().get("delivery_window_start"),
        (LocalTime) row.fields().get("delivery_window_end"),
        row.text("instructions"),
        row.text("service_zone"),
        row.primary(),
        state(row));
  }

  @Override
  public String title(HostRecord row) {
    return Stream.of("label", "street", "city")
        .map(row::text)
        .filter(Objects::nonNull)
        .reduce((one, other) -> one + ", " + other)
        .orElse("#" + row.id());
  }
}
