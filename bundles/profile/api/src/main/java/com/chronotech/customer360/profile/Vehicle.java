package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A vehicle. What is unknown is null.
 *
 * @param id the host's id
 * @param customerId whose vehicle it is
 * @param make such as {@code Ford}
 * @param model such as {@code Transit}
 * @param year the model year
 * @param vin the vehicle identification number, in capitals as far as it was written here
 * @param licensePlate the plate as it was typed
 * @param licensePlateNormalized its letters and digits alone, in capitals
 * @param mileage kilometres
 * @param color the colour
 * @param fuelType one of {@link #FUEL_TYPES}; an older host's own word stays as it is
 * @param department the customer's department that uses it
 * @param notes anything else
 * @param state where it stands
 */
public record Vehicle(
    long id,
    long customerId,
    String make,
    String model,
    Long year,
    String vin,
    String licensePlate,
    String licensePlateNormalized,
    Long mileage,
    String color,
    String fuelType,
    String department,
    String notes,
    State state)
    implements CustomerRecord {

  /** What a vehicle can run on. */
  public static final List<String> FUEL_TYPES =
      List.of("essence", "diesel", "hybrid", "electric", "other");

  /** Sets the make. */
  public static final RecordKey<String> MAKE = RecordKey.text("make");

  /** Sets the model. */
  public static final RecordKey<String> MODEL = RecordKey.text("model");

  /** Sets the model year, from 1900 to two years ahead. */
  public static final RecordKey<Long> YEAR = new RecordKey<>("year", Long.class);

  /** Sets the vehicle identification number; an unusual one is kept and warned of. */
  public static final RecordKey<String> VIN = RecordKey.text("vin");

  /** Sets the plate. */
  public static final RecordKey<String> LICENSE_PLATE = RecordKey.text("license_plate");

  /** Sets the kilometres; fewer than before only with the confirmation. */
  public static final RecordKey<Long> MILEAGE = new RecordKey<>("mileage", Long.class);

  /** Sets the colour. */
  public static final RecordKey<String> COLOR = RecordKey.text("color");

  /** Sets what it runs on, one of {@link #FUEL_TYPES}. */
  public static final RecordKey<String> FUEL_TYPE = RecordKey.text("fuel_type");

  /** Sets the department. */
  public static final RecordKey<String> DEPARTMENT = RecordKey.text("department");

  /** Sets the notes. */
  public static final RecordKey<String> NOTES = RecordKey.text("notes");
}
