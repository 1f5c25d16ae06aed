package com.chronotech.customer360.consents.core.receipt.rest;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine.Issued;
import com.chronotech.customer360.consents.core.receipt.model.Controller;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptPayload;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptTexts;
import com.chronotech.customer360.platform.problem.LocalizedText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A receipt as a page to print or keep: French with English beside it, no script, no link out. */
final class ReceiptPage {
  private static final String TEMPLATE = Html.resource("receipt.html");
  private static final String STYLE = Html.resource("pages.css");

  /** Which noon it was: a receipt may be read far away, and after a clock change. */
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("' (UTC'xxx')'", Locale.ROOT);

  private final ReceiptPayload payload;
  private final Consent consent;
  private final Issued issued;
  private final String qr;
  private final ZoneId zone;

  /**
   * Begins a page.
   *
   * @param qr the picture of the signed receipt; null when it is too long for one
   * @param zone of the customer
   */
  ReceiptPage(Issued issued, String qr, ZoneId zone) {
    this.issued = issued;
    this.payload = issued.payload();
    this.consent = payload.consent();
    this.qr = qr;
    this.zone = zone;
  }

  String html() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("style", STYLE);
    parts.put("title", Html.escaped(ReceiptTexts.text("receipt.name").in(Locale.CANADA_FRENCH)));
    parts.put("name", Bilingual.text("receipt.name"));
    parts.put("lead", Bilingual.text("receipt.lead"));
    parts.put("tone", payload.state().code());
    parts.put("state", Bilingual.word(payload.state().code()));
    parts.put("purpose", Bilingual.of(ConsentProblems.purpose(consent.type())));
    parts.put("decision", section("decision", decision()));
    parts.put("notice", notice());
    parts.put("business", section("business", business()));
    parts.put("proof", section("proof", proof()));
    parts.put("qr", code());
    parts.put("print", Bilingual.text("receipt.print"));
    return Html.fill(TEMPLATE, parts);
  }

  private String decision() {
    boolean byGuardian = consent.collected() != null && consent.collected().guardian() != null;
    return new Rows()
        .add("decision", Bilingual.word(consent.decision().code()))
        .add("basis", Bilingual.word(consent.basis()))
        .add("occurred_at", time(consent.occurredAt()))
        .add(
            "valid_until",
            consent.validUntil() == null
                ? Bilingual.text("receipt.until_withdrawn")
                : time(consent.validUntil()))
        .add("source", plain(consent.source()))
        .add(
            "channel",
            consent.channel() == null
                ? Bilingual.text("receipt.unknown")
                : Bilingual.word(consent.channel().code()))
        .add("by_guardian", Bilingual.text(byGuardian ? "receipt.yes" : "receipt.no"))
        .toString();
  }

  private String notice() {
    if (consent.notice() == null || issued.notice() == null) {
      return "";
    }
    Notice.Text text = issued.notice().texts().get(consent.notice().language());
    if (text == null) {
      return "";
    }
    String lang = Html.escaped(consent.notice().language());
    String body =
        "<blockquote lang=\""
            + lang
            + "\"><p class=\"wording-title\">"
            + Html.escaped(text.title())
            + "</p><p>"
            + Html.escaped(text.body()).replaceAll("\\R{2,}", "</p><p>").replaceAll("\\R", "<br>")
            + "</p></blockquote>";
    String rows =
        new Rows()
            .add("notice", plain(consent.notice().version() + " · " + consent.notice().language()))
            .add("notice_sha256", mark(consent.notice().sha256()))
            .toString();
    return section("notice", body + rows);
  }

  private String business() {
    Controller controller = payload.controller();
    return new Rows()
        .add("controller", orUnknown(controller.name()))
        .add("contact", orUnknown(controller.contact()))
        .add("address", orUnknown(controller.address()))
        .add(
            "recipients",
            controller.recipients().isEmpty()
                ? Bilingual.text("receipt.none")
                : plain(String.join(", ", controller.recipients())))
        .add("withdrawal", Bilingual.text("receipt.withdraw") + plain(controller.withdrawalUrl()))
        .toString();
  }

  private String proof() {
    Rows rows =
        new Rows()
            .add("record_id", mark(consent.recordId()))
            .add("version", plain(Integer.toString(consent.version())))
            .add("recorded_at", time(consent.recordedAt()))
            .add("subject", mark(payload.subject()))
            .add("sequence", plain(Integer.toString(consent.ledger().sequence())))
            .add("hash", mark(consent.ledger().hash()))
            .add("previous_hash", mark(consent.ledger().previousHash()));
    if (payload.root() != null) {
      rows.add("root", plain(payload.root().day().toString()) + mark(payload.root().root()));
    }
    return rows.add("receipt_id", mark(payload.receiptId()))
        .add("issued_at", time(payload.issuedAt()))
        .add("key_id", mark(issued.jws().keyId()))
        .add("schema", plain(ReceiptPayload.SCHEMA))
        .toString();
  }

  private String code() {
    if (qr == null) {
      return "<p class=\"note\">" + Bilingual.text("receipt.too_long") + "</p>";
    }
    return "<figure>"
        + qr
        + "<figcaption><span id=\"qr-fr\" lang=\"fr\">"
        + Html.escaped(ReceiptTexts.text("receipt.qr").in(Locale.CANADA_FRENCH))
        + "</span><span id=\"qr-en\" class=\"en\" lang=\"en\">"
        + Html.escaped(ReceiptTexts.text("receipt.qr").in(Locale.CANADA))
        + "</span></figcaption></figure>";
  }

  private static String section(String name, String content) {
    return "<section><h2>"
        + Bilingual.text("receipt.section." + name)
        + "</h2>"
        + content
        + "</section>";
  }

  private static String orUnknown(String text) {
    return text == null ? Bilingual.text("receipt.unknown") : plain(text);
  }

  private static String plain(String text) {
    return text == null ? "" : "<span class=\"plain\">" + Html.escaped(text) + "</span>";
  }

  private static String mark(String text) {
    return "<code>" + Html.escaped(text) + "</code>";
  }

  private String time(Instant instant) {
    LocalizedText said =
        locale ->
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(zone)
                    .format(instant)
                + OFFSET.withZone(zone).format(instant);
    return Bilingual.of(said);
  }

  /** Labels with their values. */
  private static final class Rows {
    private final StringBuilder rows = new StringBuilder("<dl>");

    Rows add(String label, String value) {
      rows.append("<div><dt>")
          .append(Bilingual.text("receipt." + label))
          .append("</dt><dd>")
          .append(value)
          .append("</dd></div>");
      return this;
    }

    @Override
    public String toString() {
      return rows + "</dl>";
    }
  }
}
