package com.chronotech.customer360.analytics.core.survey.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GradesTest {

  @Test
  void aGradeThatIsNoneOnItsScaleIsNotAnswered() {
    assertThat(Grades.read("11", "0", null)).isEmpty();
    assertThat(Grades.read("-1", "6", " \u0007 ")).isEmpty();
    assertThat(Grades.read("١", "1.0", "")).isEmpty();
    assertThat(Grades.read("0", "1", null)).contains(new Grades(0, 1, null));
    assertThat(Grades.read("10", null, null)).contains(new Grades(10, null, null));
  }

  @Test
  void aCommentLosesWhatCannotBeKept() {
    assertThat(Grades.read(null, null, " a\u0000b\r\nc\ud800d 🚗 "))
        .contains(new Grades(null, null, "ab\ncd 🚗"));
    assertThat(Grades.read(null, null, "🚗".repeat(3000)).orElseThrow().comment())
        .isEqualTo("🚗".repeat(Grades.LONGEST));
  }

  @Test
  void aClaimIsReadAsItWasWrittenAndWorksSixtyDays() {
    SurveyClaim claim = new SurveyClaim(UUID.randomUUID(), LocalDate.parse("2026-11-10"));
    assertThat(SurveyClaim.of(claim.payload())).contains(claim);
    assertThat(SurveyClaim.of(new byte[3])).isEmpty();
    assertThat(claim.works(LocalDate.parse("2027-01-09"))).isTrue();
    assertThat(claim.works(LocalDate.parse("2027-01-10"))).isFalse();
  }
}
