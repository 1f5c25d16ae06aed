package com.chronotech.customer360.profile.core.records.model;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.Vehicle;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What vehicles may say. */
public final class VehicleRules extends RecordRules<Vehicle> {
  /** A vehicle says at least one of these. */
  private static final String[] MARKS = {"make", "model", "vin", "license_plate"};

  private static final long FIRST_YEAR = 1900;
  private static final int YEARS_AHEAD = 2;
  private static final long MOST_KILOMETRES = 9_999_999;

  /** Creates the rules. */
  public VehicleRules() {
    super(
        RecordKind.VEHICLE,
        Set.of(
            Vehicle.MAKE.name(),
            Vehicle.MODEL.name(),
            Vehicle.YEAR.name(),
            Vehicle.VIN.name(),
            Vehicle.LICENSE_PLATE.name(),
            Vehicle.MILEAGE.name(),
            Vehicle.COLOR.name(),
            Vehicle.FUEL_TYPE.name(),
            Vehicle.DEPARTMENT.name(),
            Vehicle.NOTES.name()),
        Confirmation.MILEAGE_CORRECTION);
  }

  @Override
  void apply(Draft draft, Circumstances at) {
    if (draft.concerns(MARKS) && draft.lacksAll(MARKS)) {
      draft.fault("make", "profile.required", "make");
    }
    for (String field : new String[] {"make", "model", "color", "department"}) {
      draft.length(field, LONGEST, false);
    }
    draft.length("notes", LONGEST_NOTES, true);
    draft.oneOf("fuel_type", Vehicle.FUEL_TYPES);
    vin(draft);
    plate(draft);
    year(draft, at.year().getValue() + YEARS_AHEAD);
    mileage(draft);
  }

  private static void vin(Draft draft) {
    String typed = draft.text("vin");
    if (typed == null) {
      return;
    }
    String bare = Vin.bare(typed);
    if (!Vin.storable(bare)) {
      draft.fault("vin", "profile.vin_characters", Integer.toString(Vin.LENGTH));
      return;
    }
    draft.put("vin", bare);
    String doubt = Vin.doubt(bare);
    if ("check_digit".equals(doubt)) {
      draft.warn("vin", "profile.vin_check_digit", String.valueOf(Vin.checkDigit(bare)));
    } else if (doubt != null) {
      draft.warn("vin", "profile.vin_" + doubt, Integer.toString(bare.length()));
    }
  }

  /**
   * What is unusual about a number that stands: {@code characters}, {@code length}, {@code letters}
   * or {@code check_digit}; null for nothing, and for no number.
   */
  public static String vinWarning(String vin) {
    return vin == null ? null : Vin.doubt(Vin.bare(vin));
  }

  private static void plate(Draft draft) {
    draft.length("license_plate", 20, false);
    String typed = draft.text("license_plate");
    if (typed != null && normalized(typed) == null) {
      draft.fault("license_plate", "profile.plate");
    }
  }

  private static void year(Draft draft, long last) {
    if (draft.changes("year")
        && draft.after("year") instanceof Long year
        && (year < FIRST_YEAR || year > last)) {
      draft.fault("year", "profile.year", Long.toString(last));
    }
  }

  private static void mileage(Draft draft) {
    if (!draft.changes("mileage") || !(draft.after("mileage") instanceof Long now)) {
      return;
    }
    if (now < 0 || now > MOST_KILOMETRES) {
      draft.fault("mileage", "profile.mileage", Long.toString(MOST_KILOMETRES));
    } else if (draft.before("mileage") instanceof Long before
        && now < before
        && !draft.confirms(Confirmation.MILEAGE_CORRECTION)) {
      draft.fault("mileage", "profile.mileage_lower", Long.toString(before));
    }
  }

  /** The letters and digits of a plate in capitals; null when it has none. */
  private static String normalized(String plate) {
    if (plate == null) {
      return null;
    }
    String bare = plate.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    return bare.isEmpty() ? null : bare;
  }

  @Override
  public Vehicle read(HostRecord row, String region) {
    return new Vehicle(
        row.id(),
        row.customerId(),
        row.text("make"),
        row.text("model"),
        (Long) row.fields().get("year"),
        row.text("vin"),
        row.text("license_plate"),
        normalized(row.text("license_plate")),
        (Long) row.fields().get("mileage"),
        row.text("color"),
        row.text("fuel_type"),
        row.text("department"),
        row.text("notes"),
        state(row));
  }

  @Override
  public String title(HostRecord row) {
    String title =
        Stream.of(row.text("make"), row.text("model"), year(row), row.text("license_plate"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return title.isEmpty() ? "#" + row.id() : title;
  }

  private static String year(HostRecord row) {
    return row.fields().get("year") instanceof Long year ? year.toString() : null;
  }
}
