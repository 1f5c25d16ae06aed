package com.chronotech.customer360.itests.support.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSource.Changes;
import com.chronotech.customer360.host.HostSource.Touched;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.function.Executable;

/** What a provider promises of finding who was touched. */
record TouchedPromises(
    HostSource<?> source, Set<Long> customers, LongConsumer adding, LongConsumer changing) {
  private static final int LIMIT = 500;
  private static final int POSITION = 255;

  /** Slices of a table that is walked, until a change must have been met. */
  private static final int CALLS = 200;

  Map<String, Executable> all() {
    return Map.of(
        "the first position names nobody", this::firstPosition,
        "a position of another provider is told as lost", this::foreignPosition,
        "a limit below one is refused", this::limits,
        "rows added are found", this::added,
        "rows added are found one at a time", this::addedOneAtATime,
        "rows changed are found where the host tells", this::changed);
  }

  private void firstPosition() {
    Touched first = source.touchedSince(null, LIMIT);
    assertEquals(Set.of(), first.customerIds());
    assertFalse(first.more());
    assertFalse(first.lost());
    assertTrue(first.position().length() <= POSITION, first.position());
    assertFalse(source.touchedSince(first.position(), LIMIT).lost());
  }

  private void foreignPosition() {
    if (source.availability().available()) {
      Touched answer = source.touchedSince("a position of something else", LIMIT);
      assertTrue(answer.lost());
      assertEquals(Set.of(), answer.customerIds());
      assertFalse(source.touchedSince(answer.position(), LIMIT).lost());
    }
  }

  private void limits() {
    assertThrows(IllegalArgumentException.class, () -> source.touchedSince(null, 0));
  }

  private void added() {
    found(adding, LIMIT, 1);
  }

  private void addedOneAtATime() {
    found(adding, 1, 1);
  }

  private void changed() {
    if (source.changes() != Changes.ADDED_ONLY) {
      found(changing, LIMIT, source.changes() == Changes.AT_ONCE ? 1 : CALLS);
    }
  }

  private void found(LongConsumer doing, int limit, int calls) {
    if (doing == null || !source.availability().available()) {
      return;
    }
    String position = source.touchedSince(null, limit).position();
    for (long customer : customers) {
      doing.accept(customer);
    }
    Set<Long> found = new HashSet<>();
    for (int i = 0; i < calls && !found.containsAll(customers); i++) {
      Touched answer;
      int turns = 0;
      do {
        answer = source.touchedSince(position, limit);
        assertFalse(answer.lost());
        assertTrue(answer.position().length() <= POSITION, answer.position());
        assertTrue(turns++ < 10_000, "there is always more");
        found.addAll(answer.customerIds());
        position = answer.position();
      } while (answer.more());
    }
    assertTrue(found.containsAll(customers), () -> "of " + customers + " only " + found);
  }
}
