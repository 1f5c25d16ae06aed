package com.chronotech.customer360.profile.core.records.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.Vehicle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleRulesTest {
  private static final VehicleRules RULES = new VehicleRules();

  private static RecordChange.Builder ford() {
    return RecordChange.of().set(Vehicle.MAKE, "Ford");
  }

  @Test
  void aVehicleSaysWhatItIs() {
    Checked.added(RULES, RecordChange.of().set(Vehicle.COLOR, "rouge"))
        .refused("make", "profile.required", "est requis", "is required");
    Checked.added(RULES, RecordChange.of().set(Vehicle.LICENSE_PLATE, "FAB 123")).sound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1M8GDM9AXKP042788", "1m8gdm9axkp042788", "11111111111111111"})
  void aVinThatChecksIsKeptInCapitals(String vin) {
    Checked checked = Checked.added(RULES, ford().set(Vehicle.VIN, vin)).unwarned();
    assertThat(checked.value("vin")).isEqualTo(vin.toUpperCase(java.util.Locale.ROOT));
  }

  @Test
  void anUnusualVinIsKeptAndWarnedOf() {
    vin("1M8GDM9A1KP042788", "profile.vin_check_digit", "devrait être X", "should be X");
    vin("1M8GDM9AXKPO42788", "profile.vin_letters", "ni I, ni O, ni Q", "neither I nor O nor Q");
    vin("AB-1234 567", "profile.vin_length", "celui-ci en compte 9", "this one has 9");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, null",
        "1M8GDM9AXKP042788, null",
        "1m8gdm9axkp042788, null",
        "1M8GDM9A1KP042788, check_digit",
        "1M8GDM9AXKPO42788, letters",
        "AB-1234 567, length",
        "1M8GDM9AXKP0427889, characters",
        "1M8GDM9AXKP04278é, characters"
      })
  void aVinThatStandsTellsWhatIsUnusual(String vin, String told) {
    assertThat(VehicleRules.vinWarning(vin)).isEqualTo(told);
  }

  private static void vin(String typed, String code, String french, String english) {
    Checked checked =
        Checked.added(RULES, ford().set(Vehicle.VIN, typed)).warned("vin", code, french, english);
    assertThat(checked.value("vin")).isEqualTo(typed.replaceAll("[ -]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1M8GDM9AXKP0427889", "1M8GDM9AXKP04278é", "???"})
  void whatCanBeNoVinIsRefused(String vin) {
    Checked.added(RULES, ford().set(Vehicle.VIN, vin))
        .refused("vin", "profile.vin_characters", "au plus 17", "at most 17");
  }

  @ParameterizedTest
  @CsvSource({"1900", "2026", "2028"})
  void yearsAreThoseOfVehicles(long year) {
    Checked.added(RULES, ford().set(Vehicle.YEAR, year)).sound();
  }

  @ParameterizedTest
  @CsvSource({"1899", "2029", "0", "-5"})
  void othersAreRefused(long year) {
    Checked.added(RULES, ford().set(Vehicle.YEAR, year))
        .refused("year", "profile.year", "de 1900 à 2028", "from 1900 to 2028");
  }

  @Test
  void theMileageDoesNotGoBackUnlessItIsSaid() {
    Map<String, Object> standing = Map.of("make", "Ford", "mileage", 48_000L);
    Checked.changed(RULES, RecordChange.of().set(Vehicle.MILEAGE, 50_000L), standing).sound();
    Checked.changed(RULES, RecordChange.of().set(Vehicle.MILEAGE, 4_800L), standing)
        .refused("mileage", "profile.mileage_lower", "il était de 48000 km", "it was 48000 km");
    Checked.changed(
            RULES,
            RecordChange.of().set(Vehicle.MILEAGE, 4_800L).confirm(Confirmation.MILEAGE_CORRECTION),
            standing)
        .sound();
    Checked.added(RULES, ford().set(Vehicle.MILEAGE, -1L))
        .refused("mileage", "profile.mileage", "de 0 à 9999999", "from 0 to 9999999");
    Checked.added(RULES, ford().set(Vehicle.MILEAGE, 10_000_000L))
        .refused("mileage", "profile.mileage", "de 0 à 9999999", "from 0 to 9999999");
  }

  @Test
  void fuelsAreTheHostsFive() {
    Vehicle.FUEL_TYPES.forEach(
        fuel -> Checked.added(RULES, ford().set(Vehicle.FUEL_TYPE, fuel)).sound());
    Checked.added(RULES, ford().set(Vehicle.FUEL_TYPE, "gazole"))
        .refused("fuel_type", "profile.unknown_word", "« gazole »", "\"gazole\"");
  }

  @Test
  void platesAreKeptAsTypedAndReadByLettersAndDigits() {
    Checked.added(RULES, ford().set(Vehicle.LICENSE_PLATE, "- -"))
        .refused("license_plate", "profile.plate", "au moins une lettre", "at least one letter");
    HostRecord row =
        new HostRecord(
            RecordKind.VEHICLE, 5, 1, Map.of("license_plate", "fab-123"), null, null, 1, "t");
    Vehicle vehicle = RULES.read(row, "CA");
    assertThat(vehicle.licensePlate()).isEqualTo("fab-123");
    assertThat(vehicle.licensePlateNormalized()).isEqualTo("FAB123");
  }
}
