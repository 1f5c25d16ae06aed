package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.platform.caller.Callers;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Does one thing inside the container and answers three numbers: how many things that were, the
 * nanoseconds it took, and {@link System#nanoTime} at its end, which all processes of one Linux
 * machine count alike.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("benchmark-step")
@HttpWhiteboardServletPattern("/bench/step")
public final class StepServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final ConsentType TYPE = ConsentType.MARKETING_SMS;

  private final transient ConsentService consents;
  private final transient Ledger ledger;

  /** Of whom a step that awaits a no has had a yes last. */
  private volatile long heardOf;

  /** Takes the services and the pool below them. */
  @Activate
  public StepServlet(
      @Reference ConsentService consents,
      @Reference LedgerService ledger,
      @Reference Callers callers,
      @Reference(target = "(osgi.jndi.service.name=customer360-pool)") DataSource pool,
      @Reference Clock clock) {
    this.consents = consents;
    this.ledger = new Ledger(consents, ledger, callers, pool, clock);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      long began = System.nanoTime();
      Done done = step(request);
      response.setContentType("text/plain");
      response.getWriter().print(done.things() + " " + (done.at() - began) + " " + done.at());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Done step(HttpServletRequest request) throws Exception {
    String name = request.getParameter("name");
    return switch (name) {
      case "fill" -> Done.now(ledger.fill(number(request, "from"), number(request, "to")));
      case "anchor" -> Done.now(ledger.anchor());
      case "verify" -> Done.now(ledger.verify());
      case "read" -> Done.now(ledger.read());
      case "ask" -> Done.now(consents.isGranted(number(request, "customer"), TYPE) ? 1 : 0);
      case "revoke" -> revoke(number(request, "customer"));
      case "await" -> await(number(request, "customer"));
      case "heard" -> Done.now(heardOf == number(request, "customer") ? 1 : 0);
      default -> throw new IllegalArgumentException("no such step: " + name);
    };
  }

  /** Withdraws a consent that this node remembers; counts the yes it answers afterwards. */
  private Done revoke(long customer) {
    if (!consents.isGranted(customer, TYPE)) {
      throw new IllegalStateException("customer " + customer + " has not agreed");
    }
    consents.revoke(customer, TYPE, Sample.SOURCE);
    long at = System.nanoTime();
    return new Done(consents.isGranted(customer, TYPE) ? 1 : 0, at);
  }

  /** Asks until the answer is no; counts the yes before. */
  private Done await(long customer) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    long before = 0;
    while (consents.isGranted(customer, TYPE)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the revoke of " + customer + " never arrives");
      }
      before++;
      heardOf = customer;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return Done.now(before);
  }

  private record Done(long things, long at) {
    static Done now(long things) {
      return new Done(things, System.nanoTime());
    }
  }

  private static long number(HttpServletRequest request, String name) {
    return Long.parseLong(request.getParameter(name));
  }
}
