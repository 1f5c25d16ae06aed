package com.chronotech.customer360.consents.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.Consent.LedgerPlace;
import com.chronotech.customer360.consents.Consent.ShownNotice;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueTest {
  private static final ShownNotice NOTICE = new ShownNotice("1.0", "fr-CA", "00");

  @Test
  void aProvenConsentUnderTheNoticeInForceIsAsItShouldBe() {
    assertThat(Issue.of(status(ConsentState.GRANTED, NOTICE, false), false, true)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "REVOKED", "NEVER_ASKED"})
  void whatIsNotInUseIsAsItShouldBe(ConsentState state) {
    assertThat(Issue.of(status(state, null, false), false, false)).isEmpty();
  }

  @Test
  void theGravestIsTold() {
    ConsentStatus due = status(ConsentState.GRANTED, NOTICE, true);
    assertThat(Issue.of(due, false, true)).contains(Issue.RENEWAL_DUE);
    assertThat(Issue.of(due, false, false)).contains(Issue.NO_NOTICE);
    assertThat(Issue.of(due, true, false)).contains(Issue.MINOR);
    assertThat(Issue.of(status(ConsentState.GRANTED, null, false), false, true))
        .contains(Issue.NO_NOTICE);
    assertThat(Issue.of(status(ConsentState.EXPIRED, null, false), false, false))
        .contains(Issue.EXPIRED);
    assertThat(Issue.of(status(ConsentState.UNPROVEN, null, false), false, false))
        .contains(Issue.UNPROVEN);
  }

  @ParameterizedTest
  @EnumSource
  void everyIssueHasASentence(Issue issue) {
    assertThat(ConsentProblems.text("consents.issue." + issue.code(), "x").in(Locale.CANADA))
        .contains("x");
  }

  private static ConsentStatus status(ConsentState state, ShownNotice notice, boolean due) {
    Consent consent =
        new Consent(
            1,
            ConsentType.PROFILING,
            1,
            "record",
            Decision.GRANTED,
            "express",
            notice,
            "counter",
            null,
            null,
            "rest",
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            new LedgerPlace(1, "00", "00"));
    return new ConsentStatus(ConsentType.PROFILING, state, consent, due, null);
  }
}
