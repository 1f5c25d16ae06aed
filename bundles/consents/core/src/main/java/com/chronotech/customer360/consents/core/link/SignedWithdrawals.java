package com.chronotech.customer360.consents.core.link;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.Drafting;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.JsonWriter;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads links and withdraws by them. Nobody is signed in here: what may be done is what the link
 * says, in the name of this module. Thread-safe.
 */
@Component
public final class SignedWithdrawals implements Withdrawals {
  private static final Caller SELF = Caller.service("com.chronotech.customer360.consents-core");
  private static final int LONGEST_ADDRESS = 45;

  private final SigningKeys keys;
  private final ConsentStore store;
  private final HostDirectory host;
  private final Notices notices;
  private final EntryWriter writer;
  private final Clock clock;

  /** Creates the access. */
  @Activate
  public SignedWithdrawals(
      @Reference SigningKeys keys,
      @Reference ConsentStore store,
      @Reference HostDirectory host,
      @Reference Notices notices,
      @Reference EntryWriter writer,
      @Reference Clock clock) {
    this.keys = keys;
    this.store = store;
    this.host = host;
    this.notices = notices;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Reading read(String token) {
    Optional<LinkClaim.Token> read = LinkClaim.read(token);
    if (read.isEmpty()) {
      return new Reading(null, null);
    }
    LinkClaim.Token sent = read.get();
    boolean signed =
        keys.all().stream()
            .anyMatch(key -> key.verifies(sent.signed().bytes(), sent.signature().bytes()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean ours = signed && sent.claim().works(today);
    return new Reading(sent.claim().type(), ours ? sent.claim() : null);
  }

  @Override
  public void withdraw(Reading reading, Set<ConsentType> types, Request request) {
    if (!reading.ours()) {
      return;
    }
    Optional<HostCustomer> customer =
        store.chains().customerOf(reading.claim().subject().toString()).flatMap(host::customer);
    if (customer.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    String evidence = evidence(reading.claim(), request, now);
    Drafting drafting = new Drafting(notices.shelf(), now, SELF, Draft.LINK);
    List<Draft> drafts =
        types.stream()
            .sorted()
            .map(type -> consent(customer.get().id(), type, evidence, request))
            .map(consent -> drafting.draft(consent, customer.get(), ""))
            .filter(Objects::nonNull)
            .toList();
    if (drafts.size() < types.size()) {
      throw new IllegalStateException("a withdrawal must need nothing: " + drafting.found());
    }
    writer.append(drafts);
  }

  private static NewConsent consent(
      long customer, ConsentType type, String evidence, Request request) {
    String address = request.address();
    return NewConsent.of(customer, type, Decision.REVOKED, SOURCE)
        .evidence(evidence)
        .ipAddress(address == null || address.length() > LONGEST_ADDRESS ? null : address)
        .build();
  }

  private static String evidence(LinkClaim claim, Request request, Instant now) {
    return new JsonWriter(300)
        .text("clicked_at", now.truncatedTo(ChronoUnit.MICROS).toString())
        .text("how", request.how())
        .text("link_issued", claim.issued().toString())
        .text("message_id", claim.messageId())
        .text("user_agent_sha256", hash(request.userAgent()))
        .end();
  }

  private static String hash(String text) {
    if (text == null) {
      return null;
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
