package com.chronotech.customer360.profile.core.records.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {
  private static final AddressRules RULES = new AddressRules();

  private static RecordChange.Builder port() {
    return RecordChange.of().set(Address.STREET, "12, rue du Port");
  }

  private static RecordChange.Builder window(String start, String end) {
    return port()
        .set(Address.DELIVERY_WINDOW_START, start == null ? null : LocalTime.parse(start))
        .set(Address.DELIVERY_WINDOW_END, end == null ? null : LocalTime.parse(end));
  }

  @Test
  void anAddressSaysSomePlace() {
    Checked.added(RULES, RecordChange.of().set(Address.TYPE, "billing"))
        .refused("street", "profile.required", "est requis", "is required");
    Checked.changed(RULES, RecordChange.of().set(Address.TYPE, "billing"), Map.of("province", "QC"))
        .sound();
  }

  @ParameterizedTest
  @CsvSource({
    "CA,h2x1y4,H2X 1Y4",
    "Canada,H2X-1Y4,H2X 1Y4",
    "CAN, h2x 1y4 ,H2X 1Y4",
    "États-Unis,12207,12207",
    "USA,122071234,12207-1234",
    "France,75011,75011",
    "GB,sw1a1aa,SW1A 1AA",
    "Japon,100-0001,100-0001"
  })
  void postalCodesAreWrittenAsTheirCountryDoes(String country, String typed, String kept) {
    assertThat(
            Checked.added(
                    RULES, port().set(Address.COUNTRY, country).set(Address.POSTAL_CODE, typed))
                .unwarned()
                .value("postal_code"))
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "Canada,H2X 1Y,CA",
    "CA,D2X 1Y4,CA",
    "CA,H2X 1O4,CA",
    "US,1220,US",
    "United States,H2X 1Y4,US",
    "FR,7501,FR",
    ",75011,CA"
  })
  void thoseOfAnotherCountryAreRefused(String country, String typed, String code) {
    Checked.added(RULES, port().set(Address.COUNTRY, country).set(Address.POSTAL_CODE, typed))
        .refused(
            "postal_code",
            "profile.postal_code",
            "n’est pas un code postal de ce pays (" + code + ")",
            "is no postal code of that country (" + code + ")");
  }

  @Test
  void aCountryThatNobodyKnowsIsKeptAndWarnedOf() {
    Checked.added(RULES, port().set(Address.COUNTRY, "Syldavie").set(Address.POSTAL_CODE, "X"))
        .warned("country", "profile.country_unknown", "« Syldavie »", "\"Syldavie\"");
  }

  @Test
  void anotherCountryChecksTheCodeThatStands() {
    Checked.changed(
            RULES,
            RecordChange.of().set(Address.COUNTRY, "FR"),
            Map.of("street", "x", "postal_code", "H2X 1Y4"))
        .refused("postal_code", "profile.postal_code", "(FR)", "(FR)");
  }

  @ParameterizedTest
  @CsvSource({"QC,QC", "qc,QC", "Québec,QC", "QUEBEC,QC", "Nouvelle-Écosse,NS", "Yukon,YT"})
  void provincesAreKeptAsCodes(String typed, String kept) {
    assertThat(Checked.added(RULES, port().set(Address.PROVINCE, typed)).value("province"))
        .isEqualTo(kept);
  }

  @Test
  void thoseThatAreNoneAreRefusedInCanadaAlone() {
    Checked.added(RULES, port().set(Address.PROVINCE, "Bretagne"))
        .refused("province", "profile.province", "« Bretagne » n’est pas", "\"Bretagne\" is no");
    Checked.added(RULES, port().set(Address.COUNTRY, "FR").set(Address.PROVINCE, "Bretagne"))
        .sound();
  }

  @Test
  void aCodeOfAnotherProvinceIsWarnedOf() {
    Checked.added(RULES, port().set(Address.PROVINCE, "ON").set(Address.POSTAL_CODE, "H2X 1Y4"))
        .warned(
            "postal_code",
            "profile.postal_code_elsewhere",
            "H2X 1Y4 n’est pas de la province ON",
            "H2X 1Y4 is not of the province ON");
  }

  @Test
  void placesAreOnTheGlobeAndWhole() {
    port(new BigDecimal("45.5"), new BigDecimal("-73.5")).sound();
    port(new BigDecimal("90"), new BigDecimal("-180")).sound();
    port(new BigDecimal("90.0001"), BigDecimal.ONE)
        .refused("latitude", "profile.latitude", "-90 à 90", "-90 to 90");
    port(BigDecimal.ONE, new BigDecimal("-180.5"))
        .refused("longitude", "profile.longitude", "-180 à 180", "-180 to 180");
    port(BigDecimal.ONE, null)
        .refused("longitude", "profile.place_incomplete", "vont ensemble", "go together");
    Checked.changed(
            RULES,
            RecordChange.of().clear(Address.LATITUDE),
            Map.of("street", "x", "latitude", BigDecimal.ONE, "longitude", BigDecimal.ONE))
        .refused("latitude", "profile.place_incomplete", "vont ensemble", "go together");
  }

  private static Checked port(BigDecimal latitude, BigDecimal longitude) {
    return Checked.added(
        RULES, port().set(Address.LATITUDE, latitude).set(Address.LONGITUDE, longitude));
  }

  @Test
  void windowsBeginBeforeTheyEnd() {
    Checked.added(RULES, window("08:00", "12:00")).sound();
    Checked.added(RULES, window("08:00", "08:00"))
        .refused("delivery_window_end", "profile.window_empty", "à la même heure", "same time");
    Checked.added(RULES, window("08:00", null))
        .refused("delivery_window_end", "profile.window_incomplete", "vont ensemble", "together");
  }

  @Test
  void oneOverMidnightHasToBeMeant() {
    Checked.added(RULES, window("22:00", "04:00"))
        .refused("delivery_window_end", "profile.window_over_midnight", "passe minuit", "midnight");
    Checked.added(RULES, window("22:00", "04:00").confirm(Confirmation.WINDOW_OVER_MIDNIGHT))
        .sound();
    Checked.added(RULES, window("08:00", "12:00").confirm(Confirmation.WINDOW_OVER_MIDNIGHT))
        .refused(
            "window_over_midnight",
            "profile.window_not_over_midnight",
            "ne passe pas minuit",
            "does not go over midnight");
  }

  @Test
  void oneThatStandsOverMidnightBarsNothingElse() {
    Map<String, Object> standing =
        Map.of(
            "street", "x",
            "delivery_window_start", LocalTime.of(22, 0),
            "delivery_window_end", LocalTime.of(4, 0));
    Checked.changed(RULES, RecordChange.of().set(Address.CITY, "Laval"), standing).sound();
  }
}
