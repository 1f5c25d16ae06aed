package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentStatus;
import java.util.Map;

/** Consents for scripts, named as the REST addresses name them. */
final class ConsentJson {

  private ConsentJson() {}

  static Map<String, Object> status(ConsentStatus status) {
    return Json.object(
        "consent_type", status.type().code(),
        "state", status.state().code(),
        "renewal_due", status.renewalDue(),
        "consent", status.consent() == null ? null : consent(status.consent()),
        "implied", status.implied() == null ? null : implied(status.implied()));
  }

  private static Map<String, Object> implied(ConsentStatus.Implied implied) {
    return Json.object(
        "reason", implied.reason().code(),
        "evidence", implied.evidence(),
        "label", implied.label(),
        "until", Json.text(implied.until()));
  }

  static Map<String, Object> consent(Consent consent) {
    return Json.object(
        "record_id", consent.recordId(),
        "customer_id", consent.customerId(),
        "consent_type", consent.type().code(),
        "version", consent.version(),
        "decision", consent.decision().code(),
        "basis", consent.basis(),
        "notice_version", consent.notice() == null ? null : consent.notice().version(),
        "language", consent.notice() == null ? null : consent.notice().language(),
        "source", consent.source(),
        "origin", consent.origin(),
        "occurred_at", Json.text(consent.occurredAt()),
        "recorded_at", Json.text(consent.recordedAt()),
        "valid_until", Json.text(consent.validUntil()),
        "sequence", consent.ledger().sequence(),
        "hash", consent.ledger().hash());
  }
}
