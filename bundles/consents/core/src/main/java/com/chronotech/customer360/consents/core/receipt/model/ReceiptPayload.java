package com.chronotech.customer360.consents.core.receipt.model;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.core.model.CanonicalEntry;
import com.chronotech.customer360.consents.core.model.JsonWriter;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What a receipt says: the fields of ISO/IEC TS 27560 as canonical JSON (RFC 8785). No personal
 * data is in it but what the customer decided: the customer stands as a pseudonym.
 *
 * @param consent the version that is attested
 * @param state how it stood when the receipt was issued
 * @param subject the customer's pseudonym
 * @param title of the notice that was shown; null when none was
 * @param withdrawal how to withdraw, in the customer's words
 * @param controller who is responsible
 * @param root the newest root that covers the entry; null before the first
 * @param receiptId a UUID
 * @param issuedAt when
 */
public record ReceiptPayload(
    Consent consent,
    ConsentState state,
    String subject,
    String title,
    String withdrawal,
    Controller controller,
    Root root,
    String receiptId,
    Instant issuedAt) {
  /** What the fields mean. */
  public static final String SCHEMA = "ISO/IEC TS 27560:2023";

  private static final int LENGTH = 1_400;
  private static final int PART = 300;

  /** The JSON. */
  public String json() {
    return new JsonWriter(LENGTH)
        .text("basis", consent.basis())
        .truth("by_guardian", consent.collected() != null && consent.collected().guardian() != null)
        .text("channel", consent.channel() == null ? null : consent.channel().code())
        .object("controller", controllerJson())
        .text("decision", consent.decision().code())
        .text("issued_at", CanonicalEntry.time(issuedAt))
        .object("ledger", ledgerJson())
        .object("notice", noticeJson())
        .text("occurred_at", CanonicalEntry.time(consent.occurredAt()))
        .text("purpose", consent.type().code())
        .text("receipt_id", receiptId)
        .object("recipients", recipientsJson())
        .text("record_id", consent.recordId())
        .text("recorded_at", CanonicalEntry.time(consent.recordedAt()))
        .object("root", rootJson())
        .text("schema_version", SCHEMA)
        .text("source", consent.source())
        .text("state", state.code())
        .text("subject", subject)
        .text("valid_until", CanonicalEntry.time(consent.validUntil()))
        .number("version", consent.version())
        .object(
            "withdrawal",
            new JsonWriter(PART)
                .text("how", withdrawal)
                .text("url", controller.withdrawalUrl())
                .end())
        .end();
  }

  private String controllerJson() {
    return new JsonWriter(PART)
        .text("address", controller.address())
        .text("contact", controller.contact())
        .text("name", controller.name())
        .end();
  }

  private String ledgerJson() {
    return new JsonWriter(PART)
        .text("hash", consent.ledger().hash())
        .text("previous_hash", consent.ledger().previousHash())
        .number("sequence", consent.ledger().sequence())
        .end();
  }

  private String noticeJson() {
    Consent.ShownNotice notice = consent.notice();
    return notice == null
        ? "null"
        : new JsonWriter(PART)
            .text("language", notice.language())
            .text("sha256", notice.sha256())
            .text("title", title)
            .text("version", notice.version())
            .end();
  }

  private String rootJson() {
    return root == null
        ? "null"
        : new JsonWriter(PART).text("day", root.day().toString()).text("root", root.root()).end();
  }

  /** A list of texts, each quoted as the writer quotes a member's value. */
  private String recipientsJson() {
    return controller.recipients().stream()
        .map(name -> new JsonWriter(PART).text("", name).end())
        .map(object -> object.substring("{\"\":".length(), object.length() - 1))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
