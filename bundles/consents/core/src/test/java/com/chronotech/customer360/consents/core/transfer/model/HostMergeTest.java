package com.chronotech.customer360.consents.core.transfer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.HostConsent;
import com.chronotech.customer360.consents.core.transfer.model.HostMerge.Merged;
import com.chronotech.customer360.consents.core.transfer.model.HostMerge.Outcome;
import com.chronotech.customer360.consents.core.transfer.model.HostRow.Place;
import com.chronotech.customer360.consents.core.transfer.model.HostRow.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostMergeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final List<HostRow> rows = new ArrayList<>();
  private final List<LedgerFact> facts = new ArrayList<>();

  private static Instant day(String day) {
    return day == null ? null : Instant.parse(day + "T10:00:00Z");
  }

  private HostRow row(
      Place place,
      String word,
      Boolean granted,
      Times times,
      int version,
      String note,
      boolean known) {
    HostConsent said =
        new HostConsent(
            rows.size() + 1, 7L, word, granted, times.grantedAt(), times.revokedAt(), null);
    HostRow row =
        new HostRow(
            place,
            said.fingerprint(),
            said,
            times,
            new HostRow.Clocks(ZoneOffset.UTC, ZoneOffset.UTC),
            "web_form",
            "::1",
            null,
            version,
            note,
            known);
    rows.add(row);
    return row;
  }

  private HostRow consent(String word, Boolean granted, String grantedAt, String revokedAt) {
    Times times = new Times(day(grantedAt), day(revokedAt), null, null);
    return row(Place.CONSENTS, word, granted, times, 1, null, false);
  }

  private HostRow changed(String word, Boolean granted, String grantedAt, String revokedAt) {
    Times times = new Times(day(grantedAt), day(revokedAt), null, null);
    return row(Place.CONSENTS, word, granted, times, 1, null, true);
  }

  private HostRow action(String word, Boolean granted, String action, String at) {
    Times times = new Times(null, null, null, day(at));
    return row(Place.HISTORY, word, granted, times, 1, action, false);
  }

  private void fact(Decision decision, String at, String origin) {
    facts.add(
        new LedgerFact(
            ConsentType.MARKETING_EMAIL,
            facts.size() + 1,
            decision,
            false,
            "web_form",
            origin,
            day(at)));
  }

  private Merged merged() {
    return HostMerge.of(rows, facts, one -> false, NOW);
  }

  private List<String> told() {
    return merged().decisions().stream()
        .map(one -> (one.agreed() ? "yes " : "no ") + one.type().code() + " " + one.at())
        .toList();
  }

  @Test
  void aRowThatWasWithdrawnTellsOfBothInTheirOrder() {
    consent("email_marketing", false, "2024-01-31", "2026-09-24");
    assertThat(told())
        .containsExactly(
            "yes marketing_email 2024-01-31T10:00:00Z", "no marketing_email 2026-09-24T10:00:00Z");
  }

  @Test
  void wordsOfOnePurposeAreOneHistory() {
    consent("email_marketing", true, "2024-01-31", null);
    consent("newsletter", false, null, "2026-09-20");
    assertThat(told())
        .containsExactly(
            "yes marketing_email 2024-01-31T10:00:00Z", "no marketing_email 2026-09-20T10:00:00Z");
  }

  @Test
  void everyOtherWordStaysWhereItIs() {
    for (String word : new String[] {"phone_marketing", "data_processing", "cookies", "", null}) {
      rows.clear();
      HostRow row = consent(word, true, "2024-01-31", null);
      assertThat(merged().outcomes()).containsEntry(row, Outcome.UNMAPPED);
      assertThat(told()).isEmpty();
    }
  }

  @Test
  void neitherYesNorNoIsNoDecision() {
    HostRow row = consent("analytics", null, "2024-01-31", null);
    assertThat(merged().outcomes()).containsEntry(row, Outcome.UNDECIDED);
  }

  @Test
  void aWithdrawalThatIsDatedAfterTheYesWins() {
    consent("analytics", true, "2024-01-31", "2024-06-30");
    assertThat(told())
        .containsExactly("yes analytics 2024-01-31T10:00:00Z", "no analytics 2024-06-30T10:00:00Z");
  }

  @Test
  void aNoIsTheLastWordWhateverItsDatesSay() {
    consent("analytics", false, "2026-08-19", "2026-01-30");
    assertThat(told())
        .containsExactly("yes analytics 2026-08-19T10:00:00Z", "no analytics 2026-08-19T10:00:00Z");
  }

  @Test
  void aNoWithoutADateCountsFromNowAndAYesWithoutOneFromTheFirstThatIsKnown() {
    consent("profiling", false, null, null);
    consent("analytics", true, null, null);
    consent("analytics", false, null, "2025-03-01");
    assertThat(told())
        .containsExactly(
            "yes analytics 2025-03-01T10:00:00Z",
            "no analytics 2025-03-01T10:00:00Z",
            "no profiling " + NOW);
    assertThat(merged().decisions())
        .filteredOn(HostDecision::undated)
        .hasSize(2)
        .noneMatch(HostDecision::couldBeProven);
  }

  @Test
  void nothingIsDatedInTheFuture() {
    consent("analytics", true, "2030-01-01", null);
    assertThat(told()).containsExactly("yes analytics " + NOW);
  }

  @Test
  void aHistoryAndTheRowItTellsOfAreOneStory() {
    consent("marketing_sms", false, "2024-01-31", "2026-09-24");
    action("marketing_sms", true, "granted", "2024-01-31");
    action("marketing_sms", false, "revoked", "2025-01-01");
    action("marketing_sms", null, "GRANTED", "2025-06-01");
    action("marketing_sms", false, "revoked", "2026-09-24");
    HostRow viewed = action("marketing_sms", null, "viewed", "2026-10-01");
    assertThat(told())
        .containsExactly(
            "yes marketing_sms 2024-01-31T10:00:00Z",
            "no marketing_sms 2025-01-01T10:00:00Z",
            "yes marketing_sms 2025-06-01T10:00:00Z",
            "no marketing_sms 2026-09-24T10:00:00Z");
    assertThat(merged().outcomes()).containsEntry(viewed, Outcome.UNDECIDED);
  }

  @Test
  void whatTheHostChangedLaterIsANewDecisionWhateverItsDate() {
    fact(Decision.GRANTED, "2024-01-31", Draft.ADOPTION);
    changed("email_marketing", false, "2024-01-31", null);
    assertThat(told()).containsExactly("no marketing_email " + NOW);
  }

  @Test
  void aLaterFlipThatIsDatedKeepsItsDate() {
    fact(Decision.GRANTED, "2024-01-31", Draft.ADOPTION);
    changed("email_marketing", false, "2024-01-31", "2026-11-20");
    assertThat(told()).containsExactly("no marketing_email 2026-11-20T10:00:00Z");
  }

  @Test
  void anOlderRowNeverReplacesANewerVersion() {
    fact(Decision.REVOKED, "2026-01-01", Draft.API);
    HostRow row = consent("email_marketing", true, "2024-01-31", null);
    HostRow undated = consent("email_marketing", true, null, null);
    assertThat(told()).isEmpty();
    assertThat(merged().outcomes())
        .containsEntry(row, Outcome.SUPERSEDED)
        .containsEntry(undated, Outcome.SUPERSEDED);
  }

  @Test
  void ourOwnRowIsNotTheHosts() {
    fact(Decision.GRANTED, "2026-01-01", Draft.API);
    HostRow ours = consent("marketing_email", true, "2026-01-01", null);
    HostRow flipped = consent("marketing_email", false, "2026-01-01", null);
    assertThat(merged().outcomes()).containsEntry(ours, Outcome.MIRROR);
    assertThat(merged().outcomes()).containsEntry(flipped, Outcome.RECORDED);
    assertThat(told()).containsExactly("no marketing_email " + NOW);
  }

  @Test
  void whatWasAdoptedIsNotTakenForOurOwn() {
    fact(Decision.GRANTED, "2026-01-01", Draft.ADOPTION);
    HostRow row = consent("marketing_email", true, "2026-01-01", null);
    assertThat(merged().outcomes()).containsEntry(row, Outcome.UNCHANGED);
  }

  @Test
  void proofIsWorthAVersionOfItsOwn() {
    consent("analytics", true, "2024-01-31", null);
    consent("analytics", true, "2025-01-31", null);
    Merged merged = HostMerge.of(rows, facts, one -> one.at().isAfter(day("2025-01-01")), NOW);
    assertThat(merged.decisions()).hasSize(2);
  }
}
