package com.chronotech.customer360.consents.core.receipt;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.ReceiptService.Check;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.ledger.store.RootTable;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.receipt.model.CompactJws;
import com.chronotech.customer360.consents.core.receipt.model.Controller;
import com.chronotech.customer360.consents.core.receipt.model.PlainJson;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptPayload;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptProblems;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptTexts;
import com.chronotech.customer360.consents.core.receipt.store.SubjectTable;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.schema.SchemaReady;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Issues and checks receipts, for every bundle and for the REST edge. Thread-safe. */
@Component(service = ReceiptEngine.class, configurationPid = "com.chronotech.customer360.consents")
public final class ReceiptEngine {
  private final Callers callers;
  private final ConsentEngine consents;
  private final Notices notices;
  private final Clock clock;
  private final SigningKeys keys;
  private final RootTable roots;
  private final SubjectTable subjects;
  private final Controller controller;
  private final String publicUrl;

  /**
   * An issued receipt.
   *
   * @param jws the signed text
   * @param payload what it says
   * @param notice the notice that was shown; null when none was
   */
  public record Issued(CompactJws jws, ReceiptPayload payload, Notice notice) {}

  /**
   * Creates the engine.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public ReceiptEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Callers callers,
      @Reference ConsentEngine consents,
      @Reference Notices notices,
      @Reference Clock clock,
      @Reference SigningKeys keys,
      ReceiptConfiguration configuration) {
    this.callers = callers;
    this.consents = consents;
    this.notices = notices;
    this.clock = clock;
    this.keys = keys;
    this.roots = new RootTable(dataSource);
    this.subjects = new SubjectTable(dataSource);
    this.controller =
        new Controller(
            orNull(configuration.controller_name()),
            orNull(configuration.controller_contact()),
            orNull(configuration.controller_address()),
            list(configuration.receipt_recipients()),
            orNull(configuration.withdrawal_url()));
    this.publicUrl = configuration.public_url().strip().replaceAll("/+$", "");
  }

  /** Issues the receipt of the version that stands, in the caller's name. */
  public Issued issue(Caller caller, long customerId, ConsentType type) {
    ConsentStatus status = status(caller, customerId, type);
    Consent consent = status.consent();
    if (consent == null) {
      throw ReceiptProblems.neverAsked();
    }
    String subject =
        subjects
            .pseudonym(customerId)
            .orElseThrow(() -> new IllegalStateException("a consent without a chain"));
    Notice notice = notice(consent);
    Notice.Text shown = notice == null ? null : notice.texts().get(consent.notice().language());
    ReceiptPayload payload =
        new ReceiptPayload(
            consent,
            status.state(),
            subject,
            shown == null ? null : shown.title(),
            ReceiptTexts.text("receipt.withdraw").in(language(consent)),
            controller,
            covering(customerId, consent.ledger().sequence()).orElse(null),
            UUID.randomUUID().toString(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    CompactJws jws = CompactJws.sign(keys.keyId(), payload.json(), keys::sign);
    return new Issued(jws, payload, notice);
  }

  private ConsentStatus status(Caller caller, long customerId, ConsentType type) {
    return consents.statuses(caller, customerId, null).stream()
        .filter(one -> one.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no status of " + type));
  }

  private Notice notice(Consent consent) {
    if (consent.notice() == null) {
      return null;
    }
    return NoticeVersion.parse(consent.notice().version())
        .flatMap(version -> notices.shelf().find(consent.type(), version))
        .map(StoredNotice::notice)
        .orElse(null);
  }

  /** A root covers all that earlier roots did: the newest is the best to name. */
  private Optional<Root> covering(long customerId, int sequence) {
    return subjects.isCovered(customerId, sequence)
        ? roots.newest(1).stream().findFirst()
        : Optional.empty();
  }

  private static Locale language(Consent consent) {
    return consent.notice() == null
        ? Caller.DEFAULT_LOCALE
        : Caller.localeFor(consent.notice().language());
  }

  /** Checks a receipt; see {@link com.chronotech.customer360.consents.ReceiptService#check}. */
  public Check check(Caller caller, String text) {
    callers.require(caller, ConsentService.READ);
    Locale locale = caller.locale();
    Optional<CompactJws> read = CompactJws.parse(text);
    if (read.isEmpty()) {
      return new Check(false, null, null, said("receipt.unreadable", locale));
    }
    CompactJws jws = read.get();
    boolean signed =
        keys.find(jws.keyId())
            .map(key -> key.verifies(jws.signedBytes(), jws.signature()))
            .orElse(false);
    if (!signed) {
      boolean known = keys.find(jws.keyId()).isPresent();
      String code = known ? "receipt.forged" : "receipt.unknown_key";
      return new Check(false, null, jws.payload(), said(code, locale));
    }
    Map<String, Object> payload = PlainJson.object(jws.payload());
    String hash = PlainJson.text(PlainJson.inner(payload, "ledger"), "hash");
    String record = PlainJson.text(payload, "record_id");
    boolean matches =
        record != null && subjects.hash(record).map(there -> there.equals(hash)).orElse(false);
    String code = matches ? "receipt.sound" : "receipt.not_in_ledger";
    return new Check(true, matches, jws.payload(), said(code, locale));
  }

  /** The believed public keys as a JSON Web Key Set. */
  public String keySet() {
    return keys.keySet();
  }

  /** What a receipt's QR code holds: a link that checks it, or the receipt itself. */
  public String qrText(CompactJws jws) {
    return publicUrl.isEmpty()
        ? jws.text()
        : publicUrl + "/api/customer360/consents/receipt-check#" + jws.text();
  }

  private static String said(String code, Locale locale) {
    return ReceiptTexts.text(code).in(locale);
  }

  private static String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
