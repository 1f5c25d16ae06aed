package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.ConsentRules;
import com.chronotech.customer360.consents.core.model.JsonWriter;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision as a client sends it: the brief's body and what proves it. */
final class ConsentBody {

  /** Evidence and a guardian fit into it many times over. */
  static final int MAX_BYTES = 65_536;

  private static final int MAX_REASON = 1000;
  private static final String DEFAULT_SOURCE = "api";

  private ConsentBody() {}

  /**
   * Reads a decision and refuses it with every fault at once. Nothing is ticked beforehand: without
   * {@code is_granted} there is no decision (P-39.1 s. 8.1).
   *
   * @param address where the request came from; null when unknown
   */
  static NewConsent read(long customerId, JsonBody body, String address, Instant now) {
    ConsentType type = type(body);
    Boolean granted = granted(body);
    String source = body.requiredText("source");
    NewConsent consent =
        NewConsent.of(
                customerId,
                type == null ? ConsentType.ANALYTICS : type,
                Boolean.TRUE.equals(granted) ? Decision.GRANTED : Decision.REFUSED,
                // The absence of a source is told already.
                source == null ? "-" : source)
            .channel(channel(body))
            .notice(body.text("notice_version"), body.text("language"))
            .occurredAt(body.instant("occurred_at"))
            .expiresAt(body.instant("expires_at"))
            .evidence(body.object("evidence"))
            .guardian(guardian(body))
            .birthDate(body.date("birth_date"))
            .ipAddress(address)
            .build();
    rules(body, consent, now);
    return consent;
  }

  /** Reads a withdrawal, which needs no body at all (GDPR 7(3)). */
  static NewConsent revocation(
      long customerId, ConsentType type, JsonBody body, String address, Instant now) {
    String source = body.text("source");
    String reason = body.text("reason");
    if (reason != null && reason.length() > MAX_REASON) {
      body.violation(
          "reason",
          "consents.reason_too_long",
          ConsentProblems.text("consents.reason_too_long", MAX_REASON));
    }
    NewConsent consent =
        NewConsent.of(customerId, type, Decision.REVOKED, source == null ? DEFAULT_SOURCE : source)
            .evidence(
                reason == null || reason.isBlank()
                    ? null
                    : new JsonWriter(reason.length() + 20).text("reason", reason).end())
            .ipAddress(address)
            .build();
    rules(body, consent, now);
    return consent;
  }

  private static void rules(JsonBody body, NewConsent consent, Instant now) {
    List<Violation> found = new ArrayList<>();
    new ConsentRules(now).check(consent, "", found);
    found.forEach(each -> body.violation(each.field(), each.code(), each.message()));
    body.check();
  }

  private static Boolean granted(JsonBody body) {
    Boolean granted = body.booleanValue("is_granted");
    if (granted == null
        && body.violations().stream().noneMatch(each -> each.field().equals("is_granted"))) {
      body.violation("is_granted", "field.required", ConsentProblems.text("consents.is_granted"));
    }
    return granted;
  }

  private static ConsentType type(JsonBody body) {
    String code = body.requiredText("consent_type");
    ConsentType type = ConsentType.ofCode(code).orElse(null);
    if (code != null && type == null) {
      body.violation(
          "consent_type",
          "consents.unknown_type",
          ConsentProblems.text("consents.unknown_type", code));
    }
    return type;
  }

  private static Channel channel(JsonBody body) {
    String code = body.text("channel");
    Channel channel = Channel.ofCode(code).orElse(null);
    if (code != null && channel == null) {
      body.violation(
          "channel",
          "consents.unknown_channel",
          ConsentProblems.text("consents.unknown_channel", code));
    }
    return channel;
  }

  private static Guardian guardian(JsonBody body) {
    JsonBody guardian = body.nested("guardian");
    return guardian == null
        ? null
        : new Guardian(
            guardian.text("name"), guardian.text("relationship"), guardian.text("contact"));
  }
}
