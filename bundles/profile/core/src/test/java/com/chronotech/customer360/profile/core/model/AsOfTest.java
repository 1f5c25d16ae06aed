package com.chronotech.customer360.profile.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a walk back finds is what a replay from the beginning finds. */
class AsOfTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  record Step(int secondsLater, Map<ProfileColumn, String> values) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Map<ProfileColumn, String>> values =
        Arbitraries.maps(
                Arbitraries.of(ProfileColumn.class),
                Arbitraries.of("\"a\"", "\"b\"", "\"c\"", "").injectNull(0.2))
            .ofMinSize(1)
            .ofMaxSize(4);
    return Combinators.combine(Arbitraries.integers().between(1, 5), values)
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void isAReplayOfTheChanges(
      @ForAll("steps") List<Step> steps,
      @ForAll("steps") List<Step> lastByHost,
      @ForAll int askedSeconds) {
    Map<ProfileColumn, String> state = new EnumMap<>(ProfileColumn.class);
    List<Instant> instants = new ArrayList<>(List.of(BEGIN));
    List<Map<ProfileColumn, String>> states = new ArrayList<>(List.of(Map.copyOf(state)));
    List<ChangeSet> sets = new ArrayList<>();
    Instant at = BEGIN;
    for (Step step : steps) {
      at = at.plusSeconds(step.secondsLater());
      List<FieldChange> changes = apply(step, state);
      if (!changes.isEmpty()) {
        sets.add(new ChangeSet("s" + at, 1, at, null, "x", null, null, changes));
      }
      instants.add(at);
      states.add(Map.copyOf(state));
    }
    List<FieldChange> outside =
        lastByHost.isEmpty() || sets.isEmpty() ? List.of() : apply(lastByHost.get(0), state);
    Instant outsideAt = at.plusSeconds(3);
    instants.add(outsideAt);
    states.add(Map.copyOf(state));

    Instant asked = BEGIN.plusSeconds(Math.floorMod(askedSeconds, 70));
    int last = 0;
    for (int i = 0; i < instants.size(); i++) {
      last = instants.get(i).isAfter(asked) ? last : i;
    }
    List<ChangeSet> later =
        new ArrayList<>(sets.stream().filter(s -> s.at().isAfter(asked)).toList());
    Collections.reverse(later);
    assertThat(AsOf.values(state, outside, outsideAt, later, asked)).isEqualTo(states.get(last));
  }

  private static List<FieldChange> apply(Step step, Map<ProfileColumn, String> state) {
    List<FieldChange> changes = new ArrayList<>();
    step.values()
        .forEach(
            (field, sent) -> {
              String value = sent == null || sent.isEmpty() ? null : sent;
              String old = state.get(field);
              if (!Objects.equals(old, value)) {
                changes.add(new FieldChange(field, old, value));
                if (value == null) {
                  state.remove(field);
                } else {
                  state.put(field, value);
                }
              }
            });
    return changes;
  }

  @Test
  void whatTheHostDidCountsFromWhenTheRowWasTouched() {
    Instant last = BEGIN;
    Instant now = BEGIN.plusSeconds(100);
    assertThat(AsOf.outsideAt(BEGIN.plusSeconds(50), last, now)).isEqualTo(BEGIN.plusSeconds(50));
    assertThat(AsOf.outsideAt(null, last, now)).isEqualTo(now);
    assertThat(AsOf.outsideAt(BEGIN, last, now)).isEqualTo(now);
    assertThat(AsOf.outsideAt(now.plusSeconds(1), last, now)).isEqualTo(now);
  }
}
