package com.chronotech.customer360.profile.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCursorTest {
  private static final Instant AT = Instant.parse("2026-11-25T21:00:00.123456Z");

  @Test
  void leadsBackToItsInstant() {
    assertThat(HistoryCursor.decode(7, HistoryCursor.encode(7, AT))).isEqualTo(AT);
  }

  @Test
  void isOfOneCustomerAlone() {
    assertThatThrownBy(() -> HistoryCursor.decode(8, HistoryCursor.encode(7, AT)))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "AQAAAAAAAAAAAAAAAA"})
  void nothingElseIsACursor(String text) {
    assertThatThrownBy(() -> HistoryCursor.decode(7, text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.BAD_REQUEST));
  }
}
