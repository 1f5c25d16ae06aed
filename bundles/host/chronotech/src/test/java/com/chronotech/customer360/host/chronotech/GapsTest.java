package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.chronotech.Gaps.Span;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static NavigableSet<Long> ids(long... ids) {
    NavigableSet<Long> set = new TreeSet<>();
    for (long id : ids) {
      set.add(id);
    }
    return set;
  }

  @Test
  void idsNotSeenAreMindedUntilTheyAre() {
    Gaps first = Gaps.NONE.after(0, ids(1, 2, 5, 7), 7);
    assertThat(first.spans()).containsExactly(new Span(3, 4), new Span(6, 6));
    Gaps next = first.after(7, ids(4, 8), 8);
    assertThat(next.spans()).containsExactly(new Span(3, 3), new Span(6, 6));
    assertThat(next.after(8, ids(3, 6), 8).spans()).isEmpty();
  }

  @Test
  void onlyTheLastIdsAreMinded() {
    Gaps gaps = Gaps.NONE.after(0, ids(1, 5_000), 5_000);
    assertThat(gaps.spans()).containsExactly(new Span(5_000 - Gaps.WINDOW, 4_999));
    assertThat(gaps.after(5_000, ids(9_000), 9_000).spans())
        .containsExactly(new Span(9_000 - Gaps.WINDOW, 8_999));
  }

  @Test
  void manySpansAreJoinedWhereTheyAreNearest() {
    Gaps gaps = Gaps.NONE.after(0, ids(2, 4, 10, 20, 30, 40), 40);
    assertThat(gaps.spans())
        .containsExactly(new Span(1, 9), new Span(11, 19), new Span(21, 29), new Span(31, 39));
  }

  @Test
  void textIsReadBack() {
    Gaps gaps = new Gaps(List.of(new Span(4_001, 4_001), new Span(4_900, 4_999)));
    assertThat(Gaps.of(gaps.text(5_000), 5_000)).isEqualTo(gaps);
    assertThat(Gaps.of(Gaps.NONE.text(5_000), 5_000)).isEqualTo(Gaps.NONE);
  }
}
