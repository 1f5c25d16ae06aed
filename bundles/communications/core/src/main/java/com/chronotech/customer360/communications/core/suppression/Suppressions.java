package com.chronotech.customer360.communications.core.suppression;

import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.Suppression;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.communications.core.model.Reasons;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.communications.core.store.SuppressionTable;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;

/** Addresses that nothing is sent to, and the key they are hashed under. Thread-safe. */
@Component(
    service = Suppressions.class,
    configurationPid = "com.chronotech.customer360.communications")
public final class Suppressions {
  private static final int MOST = 1_000;

  private final SuppressionTable table;
  private final Callers callers;
  private final Clock clock;
  private final SuppressionKey key;

  /** Settings in {@code etc/com.chronotech.customer360.communications.cfg}. */
  public @interface Config {
    /** The file of the key; empty for {@code customer360-suppression.key} in etc. */
    @AttributeDefinition(description = "File of the key that addresses are hashed under.")
    String suppression_key_file() default "";
  }

  /** Creates the access; the key's file is made at the first start. */
  @Activate
  public Suppressions(
      @Reference SuppressionTable table,
      @Reference Callers callers,
      @Reference Clock clock,
      Config config) {
    this.table = table;
    this.callers = callers;
    this.clock = clock;
    this.key = SuppressionKey.of(file(config.suppression_key_file()));
  }

  private static Path file(String configured) {
    return configured.isBlank()
        ? Path.of(System.getProperty("karaf.etc", "etc"), "customer360-suppression.key")
        : Path.of(configured.strip());
  }

  /** The keyed hash of an address or number, lower-case hex. */
  public String hash(String address) {
    return key.hash(address);
  }

  /** Whether nothing is to be sent to the address of a hash. */
  public boolean stands(String hash) {
    return table.find(hash).isPresent();
  }

  /**
   * Whether addresses were suppressed under a key that is not here: then nobody can tell whether an
   * address is one of them.
   */
  public boolean cannotTell() {
    return table.knowsOtherKeys(key.id());
  }

  /** Suppresses the address of a hash, in the current transaction. */
  public void add(String hash, String reason, Long messageId) {
    table.suppress(new SuppressionTable.Row(hash, key.id(), reason, messageId), clock.instant());
  }

  /** See {@link com.chronotech.customer360.communications.SuppressionService#isSuppressed}. */
  public boolean isSuppressed(Caller caller, String address) {
    callers.require(caller, MessageService.MANAGE);
    return stands(key.hash(known(address)));
  }

  /** See {@link com.chronotech.customer360.communications.SuppressionService#suppress}. */
  public Suppression suppress(Caller caller, String address) {
    callers.require(caller, MessageService.MANAGE);
    String hash = key.hash(known(address));
    add(hash, Reasons.BY_HAND, null);
    return table.find(hash).orElseThrow();
  }

  /** See {@link com.chronotech.customer360.communications.SuppressionService#lift}. */
  public boolean lift(Caller caller, String address) {
    callers.require(caller, MessageService.MANAGE);
    return table.lift(key.hash(known(address)), Texts.cut(caller.name(), 255), clock.instant());
  }

  /** See {@link com.chronotech.customer360.communications.SuppressionService#standing}. */
  public List<Suppression> standing(Caller caller, int limit) {
    callers.require(caller, MessageService.MANAGE);
    if (limit < 1 || limit > MOST) {
      throw CommunicationProblems.badRequest(
          "limit", "communications.limit", Integer.toString(MOST));
    }
    return table.standing(limit);
  }

  private static String known(String address) {
    boolean number = address != null && address.strip().matches("\\+[0-9]{6,15}");
    if (!number && MailAddress.of(address).isEmpty()) {
      throw CommunicationProblems.invalid(
          List.of(CommunicationProblems.violation("address", "communications.address")));
    }
    return address.strip();
  }
}
