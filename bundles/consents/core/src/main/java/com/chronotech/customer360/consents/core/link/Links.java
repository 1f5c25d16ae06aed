package com.chronotech.customer360.consents.core.link;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.UnsubscribeLinks;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The links as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(
    service = UnsubscribeLinks.class,
    scope = ServiceScope.BUNDLE,
    configurationPid = "com.chronotech.customer360.consents")
public final class Links implements UnsubscribeLinks {
  private static final int LONGEST_MESSAGE_ID = 100;
  private static final String PATH = "/unsubscribe/";

  private final SigningKeys keys;
  private final ConsentStore store;
  private final HostDirectory host;
  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final Caller module;
  private final String base;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public Links(
      @Reference SigningKeys keys,
      @Reference ConsentStore store,
      @Reference HostDirectory host,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      LinkConfiguration configuration,
      ComponentContext context) {
    this(
        keys,
        store,
        host,
        transactions,
        callers,
        clock,
        configuration.public_url(),
        Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public Links(
      SigningKeys keys,
      ConsentStore store,
      HostDirectory host,
      Transactions transactions,
      Callers callers,
      Clock clock,
      String publicUrl,
      Caller module) {
    this.keys = keys;
    this.store = store;
    this.host = host;
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.base = publicUrl.strip().replaceFirst("/+$", "");
    this.module = module;
  }

  @Override
  public Link link(long customerId, ConsentType type, String messageId) {
    callers.require(callers.current().orElse(module), ConsentService.READ);
    if (messageId != null && messageId.codePointCount(0, messageId.length()) > LONGEST_MESSAGE_ID) {
      throw ConsentProblems.invalid(
          List.of(
              new Violation(
                  "message_id",
                  "consents.message_id",
                  LocalizedText.of(Links.class, "consents.message_id", LONGEST_MESSAGE_ID))));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String message = messageId == null || messageId.isEmpty() ? null : messageId;
    LinkClaim claim = new LinkClaim(UUID.fromString(pseudonym(customerId)), type, message, today);
    String url = base + PATH + claim.token(keys.sign(claim.signed()));
    return new Link(url, "<" + url + ">", "List-Unsubscribe=One-Click");
  }

  /** Who was never asked gets a pseudonym now: implied consent can be withdrawn as well. */
  private String pseudonym(long customerId) {
    Optional<ChainHead> head = store.chains().find(customerId);
    if (head.isPresent()) {
      return head.get().pseudonym();
    }
    if (host.customer(customerId).isEmpty()) {
      throw ConsentProblems.unknownCustomer(customerId);
    }
    return transactions.required(
        () ->
            store.chains().lock(List.of(customerId), clock.instant()).get(customerId).pseudonym());
  }
}
