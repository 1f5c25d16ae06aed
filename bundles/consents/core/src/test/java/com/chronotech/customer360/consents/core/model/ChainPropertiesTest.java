package com.chronotech.customer360.consents.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.model.Succession.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every history. */
class ChainPropertiesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** A step of a history. */
  private record Step(Decision decision, boolean proven, int hoursLater, int daysValid) {}

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.of(Decision.values()),
                Arbitraries.of(true, true, true, false),
                Arbitraries.integers().between(0, 48),
                Arbitraries.of(0, 0, 1, 3))
            .as(Step::new);
    return step.list().ofMaxSize(30);
  }

  /** Replays what was decided, with nothing but an if a case. */
  private static final class Model {
    private final List<Instant> since = new ArrayList<>();
    private final List<ConsentState> states = new ArrayList<>();
    private final List<Instant> ends = new ArrayList<>();

    void step(Entry entry) {
      since.add(entry.occurredAt());
      ends.add(entry.validUntil());
      if (entry.decision().equals("granted")) {
        states.add(entry.basis().equals("unproven") ? ConsentState.UNPROVEN : ConsentState.GRANTED);
      } else {
        states.add(
            entry.decision().equals("revoked") ? ConsentState.REVOKED : ConsentState.REFUSED);
      }
    }

    ConsentState at(Instant at) {
      ConsentState state = ConsentState.NEVER_ASKED;
      for (int i = 0; i < since.size(); i++) {
        if (!since.get(i).isAfter(at)) {
          state = states.get(i);
          if (state == ConsentState.GRANTED
              && ends.get(i) != null
              && at.compareTo(ends.get(i)) >= 0) {
            state = ConsentState.EXPIRED;
          }
        }
      }
      return state;
    }
  }

  private static List<Entry> recorded(List<Step> steps) {
    List<Entry> chain = new ArrayList<>();
    ChainHead head = Samples.head();
    Instant at = START;
    for (Step step : steps) {
      at = at.plus(Duration.ofHours(step.hoursLater()));
      Samples.Making making = Samples.grant().decision(step.decision()).at(at);
      if (!step.proven()) {
        making.unproven();
      }
      if (step.daysValid() > 0 && step.decision() == Decision.GRANTED) {
        making.until(at.plus(Duration.ofDays(step.daysValid())), true);
      }
      Draft draft = making.draft();
      Entry standing = chain.isEmpty() ? null : chain.get(chain.size() - 1);
      if (Succession.of(draft, standing, null) == Outcome.APPEND) {
        Entry entry = Sealing.entry(draft, standing, head, Samples.stamp(at));
        head = head.after(entry, null);
        chain.add(entry);
      }
    }
    return chain;
  }

  @Property
  void versionsAndPlacesHaveNoGap(@ForAll("histories") List<Step> steps) {
    List<Entry> chain = recorded(steps);
    for (int i = 0; i < chain.size(); i++) {
      assertThat(chain.get(i).version()).isEqualTo(i + 1);
      assertThat(chain.get(i).seq()).isEqualTo(i + 1);
    }
  }

  @Property
  void anyInstantIsAnsweredAsAReplayAnswersIt(
      @ForAll("histories") List<Step> steps, @ForAll @IntRange(min = -24, max = 1500) int hour) {
    List<Entry> chain = recorded(steps);
    Model model = new Model();
    chain.forEach(model::step);
    Instant at = START.plus(Duration.ofHours(hour));
    assertThat(States.of(States.standing(chain, at), at)).isEqualTo(model.at(at));
  }

  @Property
  void whatIsRecordedLaterDoesNotChangeThePast(@ForAll("histories") List<Step> steps) {
    List<Entry> chain = recorded(steps);
    for (int known = 1; known < chain.size(); known++) {
      Instant before = chain.get(known).occurredAt().minusNanos(1000);
      List<Entry> then = chain.subList(0, known);
      assertThat(States.standing(chain, before)).isEqualTo(States.standing(then, before));
    }
  }

  @Property
  void hashesRecomputeAndLink(@ForAll("histories") List<Step> steps) {
    Octets previous = ChainHash.FIRST;
    for (Entry entry : recorded(steps)) {
      assertThat(entry.seal().previousHash()).isEqualTo(previous);
      previous = ChainHash.next(previous, CanonicalEntry.bytes(entry, Samples.head().pseudonym()));
      assertThat(entry.seal().hash()).isEqualTo(previous);
    }
  }
}
