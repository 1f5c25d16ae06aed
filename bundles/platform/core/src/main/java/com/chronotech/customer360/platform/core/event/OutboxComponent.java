package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.schema.SchemaReady;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The outbox of this node, with its thread: there once the schema stands. */
@Component(
    service = {Outbox.class, HealthCheck.class, OutboxComponent.class},
    immediate = true,
    configurationPid = "com.chronotech.customer360.outbox")
@Designate(ocd = OutboxConfiguration.class)
public final class OutboxComponent implements Outbox, HealthCheck {
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Clock clock;
  private final OutboxDispatcher dispatcher;
  private final TransactionalOutbox outbox;

  /**
   * Creates the outbox and starts its thread.
   *
   * @param schema not used but waited for
   */
  @Activate
  public OutboxComponent(
      OutboxConfiguration configuration,
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference TransactionSynchronizationRegistry transactions,
      @Reference OutboxListeners listeners,
      @Reference Clock clock) {
    this.clock = clock;
    OutboxTable table = new OutboxTable(dataSource);
    dispatcher = new OutboxDispatcher(table, listeners, clock, settings(configuration));
    outbox = new TransactionalOutbox(table, dispatcher, transactions, clock);
    dispatcher.start();
  }

  /** Stops the thread. */
  @Deactivate
  void stop() {
    dispatcher.stop();
  }

  @Override
  public void append(List<OutboxMessage> messages) {
    outbox.append(messages);
  }

  @Override
  public List<OutboxMessage> since(String topic, long customerId, long afterSequence, int limit) {
    return outbox.since(topic, customerId, afterSequence, limit);
  }

  @Override
  public long dispatchedSequence() {
    return outbox.dispatchedSequence();
  }

  @Override
  public long oldestSequence() {
    return outbox.oldestSequence();
  }

  @Override
  public long completeThroughNanos() {
    return outbox.completeThroughNanos();
  }

  /** How many numbered messages this node's listeners have not had. */
  public long lag() {
    return dispatcher.lag();
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Result check() {
    boolean alive = dispatcher.lastLook().plus(SILENCE).isAfter(clock.instant());
    return new Result(
        alive,
        (alive ? "" : "no look at the table for a minute; ")
            + "dispatched up to "
            + dispatcher.dispatched()
            + ", "
            + dispatcher.lag()
            + " behind");
  }

  private static OutboxDispatcher.Settings settings(OutboxConfiguration configuration) {
    return new OutboxDispatcher.Settings(
        configuration.node().isBlank() ? nodeName() : configuration.node().strip(),
        Duration.ofMillis(Math.max(10, configuration.poll_millis())),
        Duration.ofDays(Math.max(1, configuration.retention_days())));
  }

  /** The host's name and, since one host can run several, a trace of the installation's place. */
  private static String nodeName() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "localhost";
    }
    String place = System.getProperty("karaf.base", System.getProperty("user.dir", ""));
    String shortHost = host.length() > 50 ? host.substring(0, 50) : host;
    return shortHost + "-" + Integer.toHexString(place.hashCode());
  }
}
