package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.core.Overview;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The payloads of the two families of addresses. */
final class ConsentAnswers {

  private ConsentAnswers() {}

  /**
   * How every purpose stands.
   *
   * @param endsBy only what stands and ends by then; null for all
   * @param asOf the instant that was asked for; null for now, which would change every answer
   */
  static Map<String, Object> statuses(Overview overview, Instant asOf, Instant endsBy) {
    Map<String, Object> answer =
        about(overview.customer().id(), overview.customer().privacyLevel());
    answer.put("as_of", asOf);
    answer.put(
        "consents",
        overview.statuses().stream()
            .filter(status -> endsBy == null || endsBy(status, endsBy))
            .map(ConsentJson::of)
            .toList());
    return answer;
  }

  private static boolean endsBy(ConsentStatus status, Instant until) {
    return status.state() == ConsentState.GRANTED
        && status.consent().validUntil() != null
        && !status.consent().validUntil().isAfter(until);
  }

  /** The second family's consents. */
  static Map<String, Object> withGdprStatus(Overview overview, Locale locale) {
    Map<String, Object> answer = statuses(overview, null, null);
    List<Map<String, Object>> issues = new ArrayList<>();
    for (ConsentStatus status : overview.statuses()) {
      overview
          .issue(status)
          .ifPresent(
              issue -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("consent_type", status.type().code());
                json.put("code", issue.code());
                json.put("message", message(issue, status, locale));
                issues.add(json);
              });
    }
    Map<String, Object> gdpr = new LinkedHashMap<>();
    gdpr.put("compliant", issues.isEmpty());
    gdpr.put("issues", issues);
    answer.put("gdpr_status", gdpr);
    return answer;
  }

  private static String message(Issue issue, ConsentStatus status, Locale locale) {
    String purpose = ConsentProblems.purpose(status.type()).in(locale);
    return ConsentProblems.text("consents.issue." + issue.code(), purpose).in(locale);
  }

  /** Every version, newest first. */
  static Map<String, Object> history(long customerId, String level, List<Consent> history) {
    Map<String, Object> answer = about(customerId, level);
    answer.put("history", history.stream().map(ConsentJson::of).toList());
    return answer;
  }

  /** What was recorded. */
  static Map<String, Object> recorded(Recorded recorded, String privacyLevel) {
    Map<String, Object> answer = success();
    answer.put("privacy_level", privacyLevel);
    answer.put("unchanged", recorded.unchanged());
    answer.put("consent", ConsentJson.of(recorded.consent()));
    return answer;
  }

  /** Yes or no, and why. */
  static Map<String, Object> decided(ConsentAnswer decided, String privacyLevel, Locale locale) {
    Map<String, Object> answer = success();
    answer.put("customer_id", decided.question().customerId());
    answer.put("privacy_level", privacyLevel);
    answer.put("consent_type", decided.question().type().code());
    answer.put("allowed", decided.allowed());
    answer.put("reason", decided.reason().code());
    answer.put(
        "message", ConsentProblems.text("consents.reason." + decided.reason().code()).in(locale));
    answer.put("decided_at", decided.decidedAt());
    answer.put("version", decided.version());
    answer.put("record_id", decided.recordId());
    answer.put("valid_until", decided.validUntil());
    answer.put("renewal_due", decided.renewalDue());
    answer.put("evidence", decided.evidence());
    return answer;
  }

  private static Map<String, Object> about(long customerId, String privacyLevel) {
    Map<String, Object> answer = success();
    answer.put("customer_id", customerId);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }

  static Map<String, Object> success() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    return answer;
  }
}
