package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Consent.ShownNotice;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.platform.rest.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Consents as clients read them. */
final class ConsentJson {

  private ConsentJson() {}

  /** One version, whole. */
  static Map<String, Object> of(Consent consent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("customer_id", consent.customerId());
    json.put("consent_type", consent.type().code());
    json.put("version", consent.version());
    json.put("record_id", consent.recordId());
    json.put("decision", consent.decision().code());
    json.put("is_granted", consent.decision() == Decision.GRANTED);
    json.put("basis", consent.basis());
    json.put("notice", notice(consent.notice()));
    json.put("source", consent.source());
    json.put("channel", consent.channel() == null ? null : consent.channel().code());
    collected(consent.collected(), json);
    json.put("origin", consent.origin());
    json.put("occurred_at", consent.occurredAt());
    json.put("recorded_at", consent.recordedAt());
    json.put("valid_until", consent.validUntil());
    Map<String, Object> ledger = new LinkedHashMap<>();
    ledger.put("sequence", consent.ledger().sequence());
    ledger.put("hash", consent.ledger().hash());
    ledger.put("previous_hash", consent.ledger().previousHash());
    json.put("ledger", ledger);
    return json;
  }

  /** What was erased stands as null, as what was never known. */
  private static void collected(Collected collected, Map<String, Object> json) {
    boolean erased = collected == null;
    json.put("ip_address", erased ? null : collected.ipAddress());
    json.put("collected_by", erased ? null : collected.collectedBy());
    json.put("collector", erased ? null : collected.collector());
    json.put("guardian", erased ? null : guardian(collected.guardian()));
    json.put("evidence", erased ? null : evidence(collected.evidence()));
  }

  private static JsonNode evidence(String json) {
    return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> guardian(Guardian guardian) {
    if (guardian == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", guardian.name());
    json.put("relationship", guardian.relationship());
    json.put("contact", guardian.contact());
    return json;
  }

  private static Map<String, Object> notice(ShownNotice notice) {
    if (notice == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", notice.version());
    json.put("language", notice.language());
    json.put("sha256", notice.sha256());
    return json;
  }

  /** How a purpose stands; {@code granted_at} and {@code revoked_at} are the brief's. */
  static Map<String, Object> of(ConsentStatus status) {
    Consent consent = status.consent();
    boolean granted = consent != null && consent.decision() == Decision.GRANTED;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("consent_type", status.type().code());
    json.put("state", status.state().code());
    json.put("is_granted", status.state() == ConsentState.GRANTED);
    json.put("version", consent == null ? 0 : consent.version());
    json.put("record_id", consent == null ? null : consent.recordId());
    json.put("source", consent == null ? null : consent.source());
    json.put("granted_at", granted ? consent.occurredAt() : null);
    json.put("revoked_at", consent == null || granted ? null : consent.occurredAt());
    json.put("recorded_at", consent == null ? null : consent.recordedAt());
    json.put("expires_at", consent == null ? null : consent.validUntil());
    json.put("renewal_due", status.renewalDue());
    json.put("notice", consent == null ? null : notice(consent.notice()));
    json.put("implied", implied(status.implied()));
    return json;
  }

  private static Map<String, Object> implied(Implied implied) {
    if (implied == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", implied.reason().code());
    json.put("evidence", implied.evidence());
    json.put("label", implied.label());
    json.put("until", implied.until());
    return json;
  }
}
