package com.chronotech.customer360.consents.core.model;

import static com.chronotech.customer360.consents.core.model.Samples.NOON;
import static com.chronotech.customer360.consents.core.model.Samples.ZONE;
import static com.chronotech.customer360.consents.core.model.Samples.grant;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.model.Succession.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Law 25 and the GDPR ask of a consent, as rules. */
class ConsentLawTest {
  private static final Guardian MOTHER = new Guardian("Anne Tremblay", "mother", null);

  @Test
  void aRefusalIsRecordedToo() {
    Entry refused = grant().decision(Decision.REFUSED).entry();
    assertThat(States.of(refused, NOON)).isEqualTo(ConsentState.REFUSED);
    assertThat(States.of(null, NOON)).isEqualTo(ConsentState.NEVER_ASKED);
  }

  @Test
  void consentReadsExpiredAtTheInstantWithoutAJob() {
    Instant end = NOON.plus(Duration.ofDays(30));
    Entry granted = grant().until(end, true).entry();
    assertThat(States.of(granted, end.minusNanos(1000))).isEqualTo(ConsentState.GRANTED);
    assertThat(States.of(granted, end)).isEqualTo(ConsentState.EXPIRED);
  }

  @Test
  void consentWithoutProofAuthorisesNothing() {
    Entry unproven = grant().unproven().entry();
    assertThat(States.of(unproven, NOON)).isEqualTo(ConsentState.UNPROVEN);
    DecisionReason reason = Verdict.of(new Standing(unproven, null), NOON, () -> ZONE);
    assertThat(reason).isEqualTo(DecisionReason.UNPROVEN);
    assertThat(reason.allowed()).isFalse();
  }

  @Test
  void withdrawingWorksAtOnceAndLeavesEarlierProcessingLawful() {
    Entry granted = grant().entry();
    Instant later = NOON.plusSeconds(60);
    Entry revoked = Samples.after(grant().decision(Decision.REVOKED).at(later).draft(), granted);
    List<Entry> versions = List.of(granted, revoked);
    assertThat(States.of(States.standing(versions, later), later)).isEqualTo(ConsentState.REVOKED);
    Instant before = later.minusNanos(1000);
    assertThat(States.of(States.standing(versions, before), before))
        .isEqualTo(ConsentState.GRANTED);
    assertThat(States.standing(versions, NOON.minusNanos(1000))).isNull();
  }

  @Test
  void under14OnlyAParentOrTutorConsents() {
    LocalDate born = LocalDate.of(2015, 3, 1);
    assertThat(Succession.of(grant().born(born).draft(), null, null))
        .isEqualTo(Outcome.GUARDIAN_REQUIRED);
    assertThat(Succession.of(grant().draft(), null, born)).isEqualTo(Outcome.GUARDIAN_REQUIRED);
    assertThat(Succession.of(grant().collected(null, MOTHER).draft(), null, born))
        .isEqualTo(Outcome.APPEND);
    assertThat(Succession.of(grant().decision(Decision.REFUSED).draft(), null, born))
        .isEqualTo(Outcome.APPEND);
  }

  @Test
  void theBirthdayFlipsTheRuleByDateAndNotByJob() {
    LocalDate born = LocalDate.of(2012, 6, 1);
    Instant midnight = ZonedDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZONE).toInstant();
    assertThat(Ages.isMinor(born, midnight.minusNanos(1), ZONE)).isTrue();
    assertThat(Ages.isMinor(born, midnight, ZONE)).isFalse();
  }

  @Test
  void whoWasBornOn29FebruaryTurns14On1MarchOfACommonYear() {
    LocalDate born = LocalDate.of(2012, 2, 29);
    assertThat(Ages.consentsAloneFrom(born)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(Ages.consentsAloneFrom(LocalDate.of(2012, 2, 28)))
        .isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void consentGivenTooYoungIsWorthNothingForEver() {
    LocalDate born = LocalDate.of(2013, 1, 1);
    Entry given = grant().entry();
    Instant muchLater = NOON.plus(Duration.ofDays(4000));
    assertThat(Verdict.of(new Standing(given, born), muchLater, () -> ZONE))
        .isEqualTo(DecisionReason.MINOR);
    Entry byMother = grant().collected(null, MOTHER).entry();
    assertThat(byMother.byGuardian()).isTrue();
    assertThat(Verdict.of(new Standing(byMother, born), muchLater, () -> ZONE))
        .isEqualTo(DecisionReason.GRANTED);
  }

  @Test
  void sayingTheSameAgainIsNoVersion() {
    Entry granted = grant().collected("{\"form\":7}", null).entry();
    assertThat(outcome(grant(), granted)).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(grant().collected("{\"form\":7}", null), granted))
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(grant().under("1.1"), granted)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void whatIsNewIsAVersion() {
    Entry granted = grant().until(NOON.plus(Duration.ofDays(60)), false).entry();
    assertThat(outcome(grant().under("2.0"), granted)).isEqualTo(Outcome.APPEND);
    assertThat(outcome(grant().collected("{\"form\":8}", null), granted)).isEqualTo(Outcome.APPEND);
    assertThat(outcome(grant().collected(null, MOTHER), granted)).isEqualTo(Outcome.APPEND);
    assertThat(outcome(grant().until(NOON.plus(Duration.ofDays(1)), true), granted))
        .isEqualTo(Outcome.APPEND);
    assertThat(outcome(grant().until(NOON.plus(Duration.ofDays(61)), false), granted))
        .isEqualTo(Outcome.APPEND);
    // the same click twice
    assertThat(
            outcome(grant().until(NOON.plus(Duration.ofDays(60)).plusSeconds(2), false), granted))
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(grant(), grant().unproven().entry())).isEqualTo(Outcome.APPEND);
  }

  @Test
  void aWithdrawalOfWhatWasNotAgreedToIsARefusal() {
    Draft revoke = grant().decision(Decision.REVOKED).draft();
    assertThat(Succession.decision(revoke, null)).isEqualTo(Decision.REFUSED);
    assertThat(Succession.decision(revoke, grant().entry())).isEqualTo(Decision.REVOKED);
    assertThat(Succession.decision(revoke, grant().unproven().entry())).isEqualTo(Decision.REVOKED);
    Entry refused = grant().decision(Decision.REFUSED).entry();
    assertThat(Succession.of(revoke, refused, null)).isEqualTo(Outcome.UNCHANGED);
    Entry revoked = Samples.after(revoke, grant().entry());
    assertThat(Succession.of(revoke, revoked, null)).isEqualTo(Outcome.UNCHANGED);
    assertThat(
            Succession.of(
                grant().decision(Decision.REVOKED).collected("{\"again\":1}", null).draft(),
                revoked,
                null))
        .isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void aWordWithoutProofTakesNothingFromWhatStands() {
    assertThat(outcome(grant().unproven(), grant().entry())).isEqualTo(Outcome.UNCHANGED);
    Entry revoked = Samples.after(grant().decision(Decision.REVOKED).draft(), grant().entry());
    Entry back = Samples.after(grant().unproven().draft(), revoked);
    assertThat(States.of(back, NOON)).isEqualTo(ConsentState.UNPROVEN);
  }

  @Test
  void thePastIsNotRewritten() {
    Entry granted = grant().entry();
    Instant earlier = NOON.minusSeconds(1);
    assertThat(outcome(grant().decision(Decision.REVOKED).at(earlier), granted))
        .isEqualTo(Outcome.OLDER);
    Draft yielding = grant().decision(Decision.REVOKED).at(earlier).yielding().draft();
    assertThat(Succession.of(yielding, granted, null)).isEqualTo(Outcome.APPEND);
    assertThat(Samples.after(yielding, granted).occurredAt()).isEqualTo(NOON);
  }

  @Test
  void aNewMajorVersionOfTheNoticeMakesConsentDueForRenewal() {
    Entry granted = grant().entry();
    assertThat(Renewal.isDue(granted, Optional.of(notice("1.1", NOON)), NOON)).isFalse();
    assertThat(Renewal.isDue(granted, Optional.of(notice("2.0", NOON)), NOON)).isTrue();
    assertThat(Renewal.isDue(granted, Optional.of(notice("2.0", NOON.plusSeconds(1))), NOON))
        .isFalse();
    assertThat(States.of(granted, NOON)).isEqualTo(ConsentState.GRANTED);
  }

  @Test
  void frenchIsShownBeforeAnyOtherLanguage() {
    StoredNotice stored = notice("1.0", NOON);
    assertThat(stored.shownTo(null).language()).isEqualTo("fr-CA");
    assertThat(stored.shownTo("es").language()).isEqualTo("fr-CA");
    assertThat(stored.shownTo("en-US").language()).isEqualTo("en-CA");
    assertThat(stored.shown("de")).isEmpty();
  }

  private static Outcome outcome(Samples.Making making, Entry standing) {
    return Succession.of(making.draft(), standing, null);
  }

  private static StoredNotice notice(String version, Instant publishedAt) {
    Notice.Text text = new Notice.Text("t", "b", ChainHash.wording("t", "b").hex());
    return new StoredNotice(
        1,
        new Notice(
            ConsentType.MARKETING_EMAIL,
            NoticeVersion.parse(version).orElseThrow(),
            Map.of("fr-CA", text, "en-CA", text),
            null,
            null,
            publishedAt,
            "test"));
  }
}
