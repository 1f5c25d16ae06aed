package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.core.caller.RolePermissions;
import com.chronotech.customer360.platform.core.caller.SecurityConfiguration;
import com.chronotech.customer360.platform.core.caller.ThreadCallers;
import com.chronotech.customer360.platform.core.event.OutboxDispatcher;
import com.chronotech.customer360.platform.core.event.OutboxListeners;
import com.chronotech.customer360.platform.core.event.OutboxTable;
import com.chronotech.customer360.platform.core.event.TransactionalOutbox;
import com.chronotech.customer360.platform.core.idempotency.StoredRequests;
import com.chronotech.customer360.platform.core.session.KeptSessions;
import com.chronotech.customer360.platform.core.session.SessionStore;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.store.TransactionEntityManagers;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import com.chronotech.customer360.timeline.core.TimelineFacade;
import com.chronotech.customer360.timeline.core.event.Followers;
import com.chronotech.customer360.timeline.core.event.RecordedEvents;
import com.chronotech.customer360.timeline.core.store.ActivityStore;
import com.chronotech.customer360.timeline.core.store.KeptTotals;
import com.chronotech.customer360.timeline.core.store.TotalsRoll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * One node: the services as the container wires them, over one database. Several may stand over the
 * same database. Thread-safe.
 */
public final class TestPlatform implements AutoCloseable {
  /** The module in whose name {@link #timeline()} works. */
  public static final String MODULE = "itest.module";

  private static final String TOPIC = "timeline.recorded";

  private final TestDatabase database;
  private final SettableClock clock = new SettableClock();
  private final JtaNode jta;
  private final Transactions transactions;
  private final ThreadCallers callers =
      new ThreadCallers(new RolePermissions(Map.of("service", Set.of("*"))));
  private final OutboxListeners listeners = new OutboxListeners();
  private final OutboxDispatcher dispatcher;
  private final TransactionalOutbox outbox;
  private final EntityManagerFactory entityManagers;
  private final Followers followers;
  private final TimelineEngine engine;
  private final TotalsRoll totals;
  private final List<Event> posted = new CopyOnWriteArrayList<>();
  private final EventAdmin eventAdmin;

  /** Hears of events and keeps none. */
  private static final class Nobody implements EventAdmin {
    @Override
    public void postEvent(Event event) {}

    @Override
    public void sendEvent(Event event) {}
  }

  /**
   * Starts a node.
   *
   * @param node its name, which no other node over the database has
   */
  public TestPlatform(TestDatabase database, String node) {
    this(database, node, true);
  }

  private TestPlatform(TestDatabase database, String node, boolean remembering) {
    this.database = database;
    jta = new JtaNode(database, remembering);
    eventAdmin = remembering ? new EventLog(posted) : new Nobody();
    transactions = jta.transactions();
    OutboxTable table = new OutboxTable(jta.dataSource());
    dispatcher =
        new OutboxDispatcher(
            table,
            listeners,
            clock,
            new OutboxDispatcher.Settings(node, Duration.ofMillis(20), Duration.ofDays(7)));
    outbox = new TransactionalOutbox(table, dispatcher, jta.manager(), clock);
    entityManagers = jta.entityManagers("customer360-timeline");
    ActivityStore store =
        new ActivityStore(
            jta.dataSource(), new TransactionEntityManagers(entityManagers, jta.manager()), clock);
    HostDirectory host = TestSchema.directory(jta.dataSource());
    followers = new Followers(outbox, store, host);
    listeners.addListener(
        new RecordedEvents(followers, eventAdmin), Map.of(OutboxListener.TOPIC, TOPIC));
    engine = new TimelineEngine(transactions, callers, host, outbox, clock, store, followers);
    totals = new TotalsRoll(new KeptTotals(jta.dataSource(), clock, Duration.ZERO), transactions);
    dispatcher.start();
  }

  /**
   * Starts a node that remembers neither statements nor events, since so many are to come that no
   * heap could hold them.
   *
   * @param node its name, which no other node over the database has
   */
  public static TestPlatform forgetful(TestDatabase database, String node) {
    return new TestPlatform(database, node, false);
  }

  /** The timeline as the module {@link #MODULE} sees it; it may do everything. */
  public TimelineService timeline() {
    return timelineOf(MODULE);
  }

  /** The timeline as another module sees it. */
  public TimelineService timelineOf(String module) {
    return new TimelineFacade(engine, callers, Caller.service(module));
  }

  /** What the REST edge asks about timelines. */
  public TimelineEngine timelineEngine() {
    return engine;
  }

  /** Who is bound to a thread, and what they may do. */
  public ThreadCallers callers() {
    return callers;
  }

  /** The transactions that all bundles share. */
  public Transactions transactions() {
    return transactions;
  }

  /** What knows of the transaction of each thread. */
  public TransactionSynchronizationRegistry transactionRegistry() {
    return jta.manager();
  }

  /** The data source that joins them. */
  public DataSource dataSource() {
    return jta.dataSource();
  }

  /** A persistence unit of the class path, taking part in the same transactions. */
  public TransactionEntityManagers entityManagers(EntityManagerFactory factory) {
    return new TransactionEntityManagers(factory, jta.manager());
  }

  /** The factory of such a unit; to be closed by who asked for it. */
  public EntityManagerFactory entityManagerFactory(String unit) {
    return jta.entityManagers(unit);
  }

  /** The pool below it. */
  public DataSource rawPool() {
    return jta.rawPool();
  }

  /** The outbox of this node. */
  public Outbox outbox() {
    return outbox;
  }

  /** Requests that came with a key, of this node. */
  public StoredRequests idempotentRequests() {
    return new StoredRequests(jta.dataSource(), transactions, clock);
  }

  /**
   * The sessions of this node; each call begins without a memory.
   *
   * @param settings what differs from the usual ones, by the configuration's method names
   */
  public KeptSessions sessions(Map<String, ?> settings) {
    KeptSessions sessions =
        new KeptSessions(Configurations.of(SecurityConfiguration.class, settings), clock);
    sessions.bindStore(new SessionStore(jta.dataSource(), () -> "test", transactions));
    return sessions;
  }

  /** To hear the outbox's messages at this node. */
  public OutboxListeners listeners() {
    return listeners;
  }

  /** Where this node posts its events. */
  public EventAdmin eventAdmin() {
    return eventAdmin;
  }

  /** What was posted to EventAdmin at this node. */
  public List<Event> posted() {
    return posted;
  }

  /** Every statement sent. */
  public StatementLog statements() {
    return jta.statements();
  }

  /** How many connections are borrowed now. */
  public int connectionsInUse() {
    return jta.connectionsInUse();
  }

  /**
   * Gives up every pooled connection that is not in use. The pool does not look at one that was
   * used within half a second, so one that was killed would fail its next user.
   */
  public void renewConnections() {
    jta.renewConnections();
  }

  /** The clock of this node. */
  public SettableClock clock() {
    return clock;
  }

  /** The database below. */
  public TestDatabase database() {
    return database;
  }

  /** The id of a customer that no test has used yet. */
  public long newCustomer() {
    return TestSchema.newCustomer(database);
  }

  /** How many rows of a table are committed whose {@code customer_id} is that customer. */
  public long rowsOf(String table, long customer) {
    return database.number("select count(*) from " + table + " where customer_id = " + customer);
  }

  /** The ids of the activities that the outbox's rows announce for a customer, in their order. */
  public List<Long> announced(long customer) {
    return Announcements.of(database, customer);
  }

  /** Counts everything into the kept totals; fails while a transaction is open that wrote. */
  public void roll() {
    totals.roll();
  }

  /** Counts as far as open transactions let it. */
  public void rollIfPossible() {
    try {
      totals.roll();
    } catch (RuntimeException blocked) {
      System.getLogger(TestPlatform.class.getName())
          .log(System.Logger.Level.DEBUG, "not now", blocked);
    }
  }

  /** Counts everything afresh. */
  public void rebuildTotals() {
    totals.rebuild();
  }

  /** Makes the node deaf: it hands no message to its listeners any more. */
  public void stopDispatching() {
    dispatcher.stop();
  }

  /** Stops the node. */
  @Override
  public void close() {
    totals.stop();
    dispatcher.stop();
    followers.stop();
    entityManagers.close();
    jta.close();
  }
}
