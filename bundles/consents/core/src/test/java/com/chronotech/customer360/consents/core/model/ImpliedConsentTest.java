package com.chronotech.customer360.consents.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostCommerce.Dealing;
import com.chronotech.customer360.host.HostReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The boundaries of implied consent, by the calendar in Toronto. */
class ImpliedConsentTest {

  private static Dealing on(String day) {
    return new Dealing(7, LocalDate.parse(day), new HostReference("invoices", 118), "F-118");
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(HostCommerce.LAW_ZONE).toInstant();
  }

  private static Optional<DecisionReason> reason(Dealing purchase, Dealing inquiry, Instant at) {
    return ImpliedConsent.of(purchase, inquiry, at).map(Implied::reason);
  }

  private static void lastsThrough(Dealing purchase, Dealing inquiry, String lastDay) {
    Instant end =
        LocalDate.parse(lastDay).plusDays(1).atStartOfDay(HostCommerce.LAW_ZONE).toInstant();
    assertThat(reason(purchase, inquiry, end.minusNanos(1))).isPresent();
    assertThat(reason(purchase, inquiry, end)).isEmpty();
    assertThat(ImpliedConsent.of(purchase, inquiry, end.minusNanos(1)).orElseThrow().until())
        .isEqualTo(end);
  }

  @Test
  void aPurchaseImpliesConsentFor24MonthsAndNotADayMore() {
    lastsThrough(on("2024-06-15"), null, "2026-06-15");
    assertThat(reason(on("2024-06-15"), null, startOf("2026-06-15")))
        .contains(DecisionReason.IMPLIED_PURCHASE);
    assertThat(reason(on("2024-06-15"), null, startOf("2026-06-16"))).isEmpty();
  }

  @Test
  void anInquiryImpliesConsentFor6MonthsAndNotADayMore() {
    lastsThrough(null, on("2026-01-15"), "2026-07-15");
    assertThat(reason(null, on("2026-01-15"), startOf("2026-07-15")))
        .contains(DecisionReason.IMPLIED_INQUIRY);
  }

  @Test
  void monthsEndOnTheLastDayThereIs() {
    lastsThrough(on("2024-02-29"), null, "2026-02-28");
    lastsThrough(null, on("2023-08-31"), "2024-02-29");
    lastsThrough(null, on("2024-08-31"), "2025-02-28");
    lastsThrough(on("2026-02-28"), null, "2028-02-28");
  }

  @Test
  void aDayIsWholeAlsoWhenTheClockChanges() {
    // clocks go forward on 8 March and back on 1 November 2026
    lastsThrough(on("2024-03-08"), null, "2026-03-08");
    lastsThrough(on("2024-03-07"), null, "2026-03-07");
    lastsThrough(null, on("2026-05-01"), "2026-11-01");
    assertThat(ImpliedConsent.end(LocalDate.parse("2024-03-08"), 24))
        .isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
    assertThat(ImpliedConsent.end(LocalDate.parse("2024-03-07"), 24))
        .isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
    assertThat(ImpliedConsent.end(LocalDate.parse("2026-05-01"), 6))
        .isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
  }

  @Test
  void thePastIsAnsweredAsItWas() {
    Dealing purchase = on("2026-06-15");
    assertThat(reason(purchase, null, startOf("2026-06-15").minusNanos(1))).isEmpty();
    assertThat(reason(purchase, null, startOf("2026-06-15"))).isPresent();
  }

  @Test
  void aPurchaseGoesBeforeAnInquiry() {
    Instant at = startOf("2026-06-20");
    assertThat(reason(on("2026-06-01"), on("2026-06-10"), at))
        .contains(DecisionReason.IMPLIED_PURCHASE);
    assertThat(reason(on("2024-06-01"), on("2026-06-10"), at))
        .contains(DecisionReason.IMPLIED_INQUIRY);
    Implied implied = ImpliedConsent.of(on("2026-06-01"), null, at).orElseThrow();
    assertThat(implied.evidence()).isEqualTo("invoices:118");
    assertThat(implied.label()).isEqualTo("F-118");
  }

  @Test
  void itNeverCountsAgainstARefusalOrAWithdrawal() {
    for (ConsentType type : ConsentType.values()) {
      boolean marketing = type == ConsentType.MARKETING_EMAIL || type == ConsentType.MARKETING_SMS;
      assertThat(ImpliedConsent.counts(type, ConsentState.NEVER_ASKED)).isEqualTo(marketing);
      assertThat(ImpliedConsent.counts(type, ConsentState.EXPIRED)).isEqualTo(marketing);
      assertThat(ImpliedConsent.counts(type, ConsentState.UNPROVEN)).isEqualTo(marketing);
      assertThat(ImpliedConsent.counts(type, ConsentState.REFUSED)).isFalse();
      assertThat(ImpliedConsent.counts(type, ConsentState.REVOKED)).isFalse();
    }
  }

  @Test
  void aRequestForConsentIsItselfCommercial() {
    assertThat(ImpliedConsent.serves(MessageClass.COMMERCIAL)).isTrue();
    assertThat(ImpliedConsent.serves(MessageClass.CONSENT_REQUEST)).isTrue();
    assertThat(ImpliedConsent.serves(MessageClass.TRANSACTIONAL)).isFalse();
    assertThat(ImpliedConsent.serves(null)).isFalse();
    assertThat(Messages.needsNone(ConsentType.MARKETING_EMAIL, MessageClass.TRANSACTIONAL))
        .isTrue();
    assertThat(Messages.needsNone(ConsentType.SERVICE_NOTIFICATIONS, MessageClass.TRANSACTIONAL))
        .isFalse();
    assertThat(Messages.needsNone(ConsentType.MARKETING_EMAIL, MessageClass.CONSENT_REQUEST))
        .isFalse();
  }
}
