package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.example.quotes.QuoteBook;
import com.chronotech.example.reminders.ReminderDesk;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/**
 * A module of a host's arrives in the running server and leaves it again.
 *
 * <p>One test, and no other after it: this bundle is wired to the module, so that Karaf restarts it
 * some time after the module has gone.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HostModuleIT {

  private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

  /** No stream is waited for without end. */
  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;
  private TimelineService timeline;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(HostModuleIT.class);
    server.awaitReady();
    timeline = server.service(TimelineService.class, null);
  }

  @Test
  public void itWritesInOneTransactionHearsEventsAndOffersQuotesWhileItStands() throws Exception {
    Path kar = server.deploy(Server.built("itests/host-module/target/example-reminders.kar"));
    server.awaitStatus("/example/customers/5/watch", 200);
    ReminderDesk desk = server.service(ReminderDesk.class, null);

    String path = "/example/customers/5/reminders/" + DAY;
    assertEquals(201, server.post(path, "text/plain", "Vidange").statusCode());
    assertEquals(1, desk.days(5).size());
    assertEquals(1, desk.logged(5));
    Await.until("EventAdmin", () -> !watched().startsWith("0"));
    Await.until("the follower", () -> watched().contains("Rappel : Vidange"));

    long before = timeline.totals(5).get(ActivityType.APPOINTMENT);
    try {
      desk.book(5, DAY, "twice on one day");
      fail("a second reminder on one day must fail");
    } catch (RuntimeException violation) {
      assertEquals(1, desk.logged(5));
      assertEquals(before, (long) timeline.totals(5).get(ActivityType.APPOINTMENT));
    }
    try {
      desk.book(999999, DAY, "nobody");
      fail("the timeline knows no such customer");
    } catch (RuntimeException unknown) {
      assertEquals(0, desk.days(999999).size());
      assertEquals(0, desk.logged(999999));
    }

    HostSources sources = server.service(HostSources.class, null);
    QuoteBook book = server.service(QuoteBook.class, null);
    assertTrue(sources.workOrders().availability().available());
    // While the module's book is closed the host's own table answers, afterwards the book alone.
    List<Quote> hosts = sources.quotes().ofCustomer(5);
    book.open();
    Quote quote = book.write(5, new BigDecimal("12.50"));
    assertFalse(hosts.contains(quote));
    assertEquals(List.of(quote), sources.quotes().ofCustomer(5));

    Files.delete(kar);
    server.awaitStatus("/example/customers/5/watch", 404);
    server.awaitStatus("/customers/5/timeline", 200);
    // The module's quotes went with it, and who asks for quotes stays.
    Await.until("the adapter's quotes", () -> sources.quotes().ofCustomer(5).equals(hosts));
    assertTrue(sources.workOrders().availability().available());
  }

  private String watched() throws Exception {
    return server.get("/example/customers/5/watch", server.admin()).body();
  }
}
