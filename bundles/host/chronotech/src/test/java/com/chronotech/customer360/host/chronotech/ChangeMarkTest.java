package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.chronotech.ChangeMark.Walk;
import com.chronotech.customer360.host.chronotech.Gaps.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeMarkTest {
  private static final Instant THEN = Instant.parse("2037-12-31T23:59:59Z");

  @Test
  void thePositionOfTwoTablesIsShortAndReadBack() {
    long last = Long.MAX_VALUE;
    Gaps gaps =
        new Gaps(
            List.of(
                new Span(last - 1_000, last - 900),
                new Span(last - 800, last - 700),
                new Span(last - 600, last - 500),
                new Span(last - 400, last - 300)));
    Map<String, ChangeMark> marks = new LinkedHashMap<>();
    marks.put("invoices", new ChangeMark(5, Gaps.NONE, THEN, null));
    marks.put(
        "invoice_payments",
        new ChangeMark(last, gaps, THEN, new Walk(THEN, "2037-12-31 23:59:59.123456", last)));
    assertThat(ChangeMark.of(ChangeMark.position(marks))).isEqualTo(marks);
    marks.put("invoices", marks.get("invoice_payments"));
    assertThat(ChangeMark.position(marks)).hasSizeLessThanOrEqualTo(255);
    assertThat(ChangeMark.of(ChangeMark.position(marks))).isEqualTo(marks);
  }

  @Test
  void timesOfEveryLengthAreReadBack() {
    for (String time : List.of("", "2026-07-15", "2026-07-15 12:00:00", "2026-07-15 12:00:00.12")) {
      Map<String, ChangeMark> marks =
          Map.of("t", new ChangeMark(0, Gaps.NONE, THEN, new Walk(THEN, time, 0)));
      assertThat(ChangeMark.of(ChangeMark.position(marks))).isEqualTo(marks);
    }
  }

  @Test
  void whatIsNoPositionIsRefused() {
    for (String text : List.of("", "2", "1;", "1;t", "1;t:", "1;t:a.b", "1;t:!..!", "none")) {
      assertThatThrownBy(() -> ChangeMark.of(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
