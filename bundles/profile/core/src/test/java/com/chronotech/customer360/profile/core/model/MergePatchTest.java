package com.chronotech.customer360.profile.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.ProfileChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of merge patches. */
class MergePatchTest {

  @Provide
  Arbitrary<Map<ProfileColumn, Object>> patches() {
    return Arbitraries.of(ProfileColumn.class)
        .set()
        .flatMap(
            fields -> {
              Arbitrary<Map<ProfileColumn, Object>> all =
                  Arbitraries.just(new EnumMap<>(ProfileColumn.class));
              for (ProfileColumn field : fields) {
                all =
                    all.flatMap(
                        sofar ->
                            values(field)
                                .injectNull(0.2)
                                .map(
                                    value -> {
                                      Map<ProfileColumn, Object> more = new EnumMap<>(sofar);
                                      more.put(field, value);
                                      return more;
                                    }));
              }
              return all;
            });
  }

  private static Arbitrary<Object> values(ProfileColumn field) {
    return switch (field) {
      case LANGUAGE_CODE -> Arbitraries.of("fr-CA", "EN-ca", "fr");
      case TIMEZONE -> Arbitraries.of("America/Toronto", "Europe/Paris");
      case SEGMENTS ->
          Arbitraries.of(List.of(), List.of("a"), List.of(" a", "é"), List.of("é", "a"));
      case PRIVACY_LEVEL -> Arbitraries.of("normal", "restreint");
      case PREFERRED_CONTACT_CHANNEL -> Arbitraries.of("email", "none");
      case TAX_EXEMPT -> Arbitraries.of(true, false);
    };
  }

  private static Map<ProfileColumn, String> patched(
      Map<ProfileColumn, String> before, Map<ProfileColumn, Object> patch) {
    ProfileChange.Builder change = ProfileChange.of(1);
    patch.forEach(change::set);
    Map<ProfileColumn, Object> sound = ProfileRules.check(change.build(), new ArrayList<>());
    Map<ProfileColumn, String> after = new HashMap<>(before);
    for (FieldChange each : Differences.wanted(before, sound)) {
      after.put(each.field(), each.newValue());
    }
    after.values().removeIf(value -> value == null);
    return after;
  }

  @Property
  void twiceIsOnce(
      @ForAll("patches") Map<ProfileColumn, Object> first,
      @ForAll("patches") Map<ProfileColumn, Object> patch) {
    Map<ProfileColumn, String> once = patched(patched(Map.of(), first), patch);
    assertThat(patched(once, patch)).isEqualTo(once);
  }

  @Property
  void whatIsAbsentStays(
      @ForAll("patches") Map<ProfileColumn, Object> first,
      @ForAll("patches") Map<ProfileColumn, Object> patch) {
    Map<ProfileColumn, String> before = patched(Map.of(), first);
    Map<ProfileColumn, String> after = patched(before, patch);
    for (ProfileColumn field : ProfileColumn.values()) {
      if (!patch.containsKey(field)) {
        assertThat(after.get(field)).isEqualTo(before.get(field));
      } else if (patch.get(field) == null) {
        assertThat(after).doesNotContainKey(field);
      } else {
        assertThat(after).containsKey(field);
      }
    }
  }

  @Property
  void whatIsRevertedIsAsItWas(
      @ForAll("patches") Map<ProfileColumn, Object> first,
      @ForAll("patches") Map<ProfileColumn, Object> patch) {
    Map<ProfileColumn, String> before = patched(Map.of(), first);
    Map<ProfileColumn, String> after = patched(before, patch);
    Map<ProfileColumn, Object> back = new EnumMap<>(ProfileColumn.class);
    for (ProfileColumn field : patch.keySet()) {
      back.put(field, before.get(field) == null ? null : typed(field, before.get(field)));
    }
    assertThat(patched(after, back)).isEqualTo(before);
  }

  private static Object typed(ProfileColumn field, String json) {
    return field == ProfileColumn.SEGMENTS
        ? FieldJson.labels(json).orElseThrow()
        : FieldJson.toColumn(field, json);
  }
}
