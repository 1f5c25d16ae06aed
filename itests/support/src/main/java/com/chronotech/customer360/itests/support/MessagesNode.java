package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.TemplateService;
import com.chronotech.customer360.communications.core.Addressees;
import com.chronotech.customer360.communications.core.Bell;
import com.chronotech.customer360.communications.core.CommunicationsConfiguration;
import com.chronotech.customer360.communications.core.ConsentGround;
import com.chronotech.customer360.communications.core.Courier;
import com.chronotech.customer360.communications.core.Delivery;
import com.chronotech.customer360.communications.core.Dispatcher;
import com.chronotech.customer360.communications.core.Judging;
import com.chronotech.customer360.communications.core.MessageEngine;
import com.chronotech.customer360.communications.core.MessageFacade;
import com.chronotech.customer360.communications.core.MessageNotes;
import com.chronotech.customer360.communications.core.Settings;
import com.chronotech.customer360.communications.core.bounce.BounceEngine;
import com.chronotech.customer360.communications.core.mail.MailConfiguration;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.mail.Mailer;
import com.chronotech.customer360.communications.core.store.AttachmentTable;
import com.chronotech.customer360.communications.core.store.AttemptTable;
import com.chronotech.customer360.communications.core.store.BounceTable;
import com.chronotech.customer360.communications.core.store.MessageTable;
import com.chronotech.customer360.communications.core.store.QueueTable;
import com.chronotech.customer360.communications.core.store.SuppressionTable;
import com.chronotech.customer360.communications.core.store.TemplateTable;
import com.chronotech.customer360.communications.core.suppression.Suppressions;
import com.chronotech.customer360.communications.core.template.TemplateEngine;
import com.chronotech.customer360.communications.core.template.TemplateFacade;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.link.Links;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Messages as the container wires them, over the services of a node. Nothing is handed over by
 * itself: a test calls {@link #work}. Thread-safe.
 */
public final class MessagesNode implements AutoCloseable {
  /** A sender that commercial messages can be sent by. */
  public static final Map<String, Object> SENDER =
      Map.of(
          "sender_name", "Garage Tremblay",
          "sender_address", "12, rue Principale, Québec (Québec) G1A 1A1",
          "sender_contact", "418 555-0100",
          "queue_poll_seconds", 0,
          "commercial_hours", "00:00-24:00");

  private final TestPlatform platform;
  private final Dispatcher dispatcher;
  private final MessageEngine engine;
  private final TemplateEngine templates;
  private final BounceEngine bounces;
  private final Suppressions suppressions;
  private final ConsentGround ground;
  private final Addressees addressees;
  private final Courier courier;
  private final ConsentsNode consents;
  private final Links links;
  private final ConsentService seen;

  /**
   * Wires messages.
   *
   * @param consents the consents of the same node
   * @param folder for keys and mail, the same for all nodes over a database
   * @param settings what differs from the usual, of the mail server and of messages alike
   * @param between stands between the worker and the mail server
   */
  public MessagesNode(
      ConsentsNode consents,
      Path folder,
      Map<String, ?> settings,
      UnaryOperator<MailTransport> between) {
    this.consents = consents;
    this.platform = consents.platform();
    DataSource source = platform.dataSource();
    Map<String, Object> all = new HashMap<>(SENDER);
    all.put("outbox_folder", folder.resolve("mail").toString());
    all.put("suppression_key_file", folder.resolve("suppression.key").toString());
    all.putAll(settings);
    Settings read = new Settings(Configurations.of(CommunicationsConfiguration.class, all));
    MailTransport transport =
        between.apply(new Mailer(Configurations.of(MailConfiguration.class, all)));
    HostDirectory directory = TestSchema.directory(source);
    addressees =
        new Addressees(
            directory,
            TestSchema.customers(source, platform.transactions(), platform.clock()),
            platform.callers(),
            read);
    ground = new ConsentGround(platform.callers());
    links =
        new Links(
            new SigningKeys(folder.resolve("key.pem"), folder.resolve("older").toString()),
            consents.store(),
            directory,
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            String.valueOf(all.getOrDefault("public_url", "https://erp.example")),
            Caller.service(TestPlatform.MODULE));
    seen = consents.consents();
    consentsReturn();
    suppressions =
        new Suppressions(
            new SuppressionTable(source, () -> "test"),
            platform.callers(),
            platform.clock(),
            Configurations.of(Suppressions.Config.class, all));
    templates =
        new TemplateEngine(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            new TemplateTable(source, () -> "test"));
    MessageTable messages = new MessageTable(source, () -> "test");
    QueueTable queue = new QueueTable(source, () -> "test");
    AttachmentTable attachments = new AttachmentTable(source, () -> "test");
    MessageNotes notes = new MessageNotes(platform.timeline(), platform.callers(), addressees);
    Judging judging =
        new Judging(addressees, ground, suppressions, transport, read, platform.clock());
    Bell bell = new Bell();
    courier = new Courier(transport, read, platform.clock());
    engine =
        new MessageEngine(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            read,
            addressees,
            templates,
            messages,
            queue,
            attachments,
            judging,
            notes,
            transport,
            bell);
    dispatcher =
        new Dispatcher(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            read,
            queue,
            new Delivery(
                platform.transactions(),
                platform.clock(),
                read,
                messages,
                queue,
                new AttemptTable(source, () -> "test"),
                attachments,
                addressees,
                judging,
                ground,
                suppressions,
                notes,
                courier),
            transport,
            bell);
    bounces =
        new BounceEngine(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            new BounceTable(source, () -> "test"),
            messages,
            queue,
            suppressions,
            notes);
  }

  /** Takes consents and links away, as when their bundle stops. */
  public void consentsGoAway() {
    ground.unsetConsents(seen);
    ground.unsetLinks(links);
  }

  /** Brings them back. */
  public void consentsReturn() {
    ground.setConsents(seen);
    ground.setLinks(links);
  }

  /** Messages as the module {@link TestPlatform#MODULE} sees them; it may do everything. */
  public MessageService messages() {
    return new MessageFacade(
        engine, dispatcher, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Templates as that module sees them. */
  public TemplateService templates() {
    return new TemplateFacade(templates, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Works the queue until nothing is due. */
  public int work() {
    return dispatcher.work();
  }

  /** What the REST edge asks about messages. */
  public MessageEngine engine() {
    return engine;
  }

  /** What the REST edge asks about templates. */
  public TemplateEngine templateEngine() {
    return templates;
  }

  /** Takes reports of messages that came back. */
  public BounceEngine bounces() {
    return bounces;
  }

  /** Addresses that nothing is sent to. */
  public Suppressions suppressions() {
    return suppressions;
  }

  /** How customers are reached. */
  public Addressees addressees() {
    return addressees;
  }

  /** What hands over. */
  public Courier courier() {
    return courier;
  }

  /** The node below. */
  public TestPlatform platform() {
    return platform;
  }

  /** The consents of the same node. */
  public ConsentsNode consents() {
    return consents;
  }

  @Override
  public void close() {
    dispatcher.stop();
  }
}
