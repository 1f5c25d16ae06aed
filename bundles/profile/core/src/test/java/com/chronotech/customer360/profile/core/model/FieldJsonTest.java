package com.chronotech.customer360.profile.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.Profile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldJsonTest {

  private static CustomerRow row(Map<CustomerColumn, String> values) {
    return new CustomerRow(7, EnumSet.allOf(CustomerColumn.class), values);
  }

  private static Profile profile(CustomerRow row) {
    return ProfileView.of(row, FieldJson.of(row), "America/Halifax", null, null);
  }

  @Test
  void spellingsOfOneListAreOneValue() {
    assertThat(FieldJson.of(row(Map.of(CustomerColumn.SEGMENTS, "[\"a\", \"b\"]"))))
        .isEqualTo(FieldJson.of(row(Map.of(CustomerColumn.SEGMENTS, "[\"a\",\"b\"]"))));
  }

  @Test
  void whatIsNoListIsKeptAsItStands() {
    for (String stored : List.of("VIP,Gold", "{\"a\":1}", "[\"a\",{}]", "\"VIP\"", "12")) {
      CustomerRow row = row(Map.of(CustomerColumn.SEGMENTS, stored));
      Profile profile = profile(row);
      assertThat(profile.fields().segments()).isEmpty();
      assertThat(profile.unreadable()).containsKey(ProfileColumn.SEGMENTS);
      String json = FieldJson.of(row).get(ProfileColumn.SEGMENTS);
      assertThat(FieldJson.toColumn(ProfileColumn.SEGMENTS, json)).isEqualTo(stored);
    }
    assertThat(profile(row(Map.of(CustomerColumn.SEGMENTS, "VIP,Gold"))).unreadable())
        .containsEntry(ProfileColumn.SEGMENTS, "VIP,Gold");
  }

  @Test
  void plainValuesInAListAreLabels() {
    assertThat(profile(row(Map.of(CustomerColumn.SEGMENTS, "[\"VIP\",3]"))).fields().segments())
        .containsExactly("VIP", "3");
    assertThat(profile(row(Map.of(CustomerColumn.SEGMENTS, "null"))).empty())
        .contains(ProfileColumn.SEGMENTS);
  }

  @Test
  void anOlderHostsOwnWordsAreShownAndReadWithCaution() {
    Map<CustomerColumn, String> values = new HashMap<>();
    values.put(CustomerColumn.PRIVACY_LEVEL, "secret");
    values.put(CustomerColumn.TIMEZONE, "Heure de l'Est");
    values.put(CustomerColumn.PREFERRED_CONTACT_CHANNEL, "courrier");
    Profile profile = profile(row(values));
    assertThat(profile.fields().privacyLevel()).isEqualTo("confidentiel");
    assertThat(profile.fields().timezone()).isEqualTo("America/Halifax");
    assertThat(profile.fields().preferredContactChannel()).isEqualTo("courrier");
    assertThat(profile.unreadable())
        .containsEntry(ProfileColumn.PRIVACY_LEVEL, "secret")
        .containsEntry(ProfileColumn.TIMEZONE, "Heure de l'Est");
  }

  @Test
  void anotherValueIsAnotherTag() {
    String plain = profile(row(Map.of())).tag();
    assertThat(profile(row(Map.of())).tag()).isEqualTo(plain);
    assertThat(profile(row(Map.of(CustomerColumn.TAX_EXEMPT, "true"))).tag()).isNotEqualTo(plain);
    assertThat(profile(row(Map.of(CustomerColumn.NAME, "x"))).tag()).isEqualTo(plain);
  }

  @Test
  void aHostWithoutColumnsShowsThemAsMissing() {
    CustomerRow bare = new CustomerRow(7, EnumSet.of(CustomerColumn.NAME), Map.of());
    Profile profile = profile(bare);
    assertThat(profile.missing()).containsExactlyInAnyOrder(ProfileColumn.values());
    assertThat(profile.empty()).isEmpty();
  }
}
