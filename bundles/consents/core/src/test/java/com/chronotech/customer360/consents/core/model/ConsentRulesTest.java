package com.chronotech.customer360.consents.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeService.NewNotice.Wording;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.platform.problem.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentRulesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static List<String> faults(NewConsent consent) {
    List<Violation> found = new ArrayList<>();
    new ConsentRules(NOW).check(consent, "", found);
    return found.stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  private static NewConsent.Builder sound() {
    return NewConsent.of(7, ConsentType.ANALYTICS, Decision.GRANTED, "web_form");
  }

  @Test
  void aSoundDecisionHasNoFault() {
    assertThat(
            faults(
                sound()
                    .ipAddress("2001:db8::7")
                    .collectedBy(3L)
                    .guardian(new Guardian("Anne", "mother", null))
                    .occurredAt(NOW.plusSeconds(299))
                    .expiresAt(NOW.plusSeconds(300))
                    .birthDate(LocalDate.of(2020, 1, 1))
                    .evidence("{}")
                    .build()))
        .isEmpty();
    assertThat(faults(sound().ipAddress("203.0.113.7").build())).isEmpty();
    assertThat(faults(sound().ipAddress("::1").build())).isEmpty();
  }

  @Test
  void everyFaultIsToldAtOnce() {
    NewConsent bad =
        NewConsent.of(0, ConsentType.ANALYTICS, Decision.GRANTED, "x".repeat(101))
            .ipAddress("nowhere")
            .collectedBy(0L)
            .guardian(new Guardian(" ", null, "c".repeat(256)))
            .occurredAt(NOW.plusSeconds(301))
            .expiresAt(NOW)
            .birthDate(LocalDate.of(1899, 12, 31))
            .evidence("\"" + "e".repeat(16_384) + "\"")
            .build();
    assertThat(faults(bad))
        .containsExactly(
            "customer_id consents.customer_id",
            "source consents.source",
            "occurred_at consents.in_the_future",
            "expires_at consents.expires_at",
            "evidence consents.evidence",
            "ip_address consents.ip_address",
            "collected_by consents.collected_by",
            "guardian.name consents.guardian_name",
            "guardian.relationship consents.guardian_relationship",
            "guardian.contact consents.guardian_contact",
            "birth_date consents.birth_date");
  }

  @Test
  void whatCannotBeKeptIsRefused() {
    assertThat(ConsentRules.isSound("é😀\n")).isTrue();
    assertThat(ConsentRules.isSound("\ud83d")).isFalse();
    assertThat(ConsentRules.isSound("\ude00\ud83d")).isFalse();
    assertThat(ConsentRules.isSound("a\u0000")).isFalse();
    assertThat(faults(NewConsent.of(7, ConsentType.ANALYTICS, Decision.GRANTED, "\ud83d").build()))
        .containsExactly("source consents.characters");
  }

  @Test
  void frenchIsPublishedBeforeAnyOtherLanguage() {
    assertThat(notice(Map.of("en-CA", new Wording("t", "b")), "1.0", Optional.empty()))
        .containsExactly("texts consents.notice_without_french");
    assertThat(notice(Map.of("fr-CA", new Wording("t", "b")), "1.0", Optional.empty())).isEmpty();
  }

  @Test
  void aNoticeFollowsEveryOneBefore() {
    Map<String, Wording> texts = Map.of("fr-CA", new Wording("t", "b"));
    Optional<NoticeVersion> newest = Optional.of(new NoticeVersion(2, 3));
    assertThat(notice(texts, "2.3", newest)).containsExactly("version consents.notice_not_newer");
    assertThat(notice(texts, "2.2", newest)).containsExactly("version consents.notice_not_newer");
    assertThat(notice(texts, "2.10", newest)).isEmpty();
    assertThat(notice(texts, "two", newest)).containsExactly("version consents.notice_version");
    assertThat(
            notice(
                Map.of("fr-CA", new Wording(" ", "b"), "x_y", new Wording("t", "")), "3.0", newest))
        .containsExactlyInAnyOrder(
            "texts.fr-CA.title consents.notice_text",
            "texts.x_y consents.notice_tag",
            "texts.x_y.body consents.notice_text");
  }

  private static List<String> notice(
      Map<String, Wording> texts, String version, Optional<NoticeVersion> newest) {
    List<Violation> found = new ArrayList<>();
    NoticeRules.check(
        new NewNotice(ConsentType.ANALYTICS, version, texts, null, null), newest, found);
    return found.stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  @Test
  void messagesReadBackAsTheyWereWritten() {
    ConsentEvent event =
        new ConsentEvent(
            7,
            ConsentType.DATA_SHARING,
            ConsentState.EXPIRED,
            3,
            "6f1a2b3c-0000-4000-8000-000000000001",
            Samples.NOON);
    ChangedMessage message = new ChangedMessage(List.of(event, event));
    assertThat(ChangedMessage.parse(message.payload())).isEqualTo(message);
    assertThat(ChangedMessage.parse(message.payload().replace(",", ", "))).isEqualTo(message);
    assertThat(ChangedMessage.parse("{}").events()).isEmpty();
  }

  @Test
  void hostsWordsStandForOurPurposes() {
    assertThat(HostWords.typeOf("newsletter")).contains(ConsentType.MARKETING_EMAIL);
    assertThat(HostWords.typeOf("Email_Marketing")).contains(ConsentType.MARKETING_EMAIL);
    assertThat(HostWords.typeOf("sms_marketing")).contains(ConsentType.MARKETING_SMS);
    assertThat(HostWords.typeOf("analytics")).contains(ConsentType.ANALYTICS);
    for (String unmapped : List.of("phone_marketing", "data_processing", "cookies")) {
      assertThat(HostWords.typeOf(unmapped)).isEmpty();
    }
    assertThat(HostWords.typeOf(null)).isEmpty();
    assertThat(HostWords.of(ConsentType.MARKETING_EMAIL))
        .containsExactly("marketing_email", "email_marketing", "newsletter");
  }
}
