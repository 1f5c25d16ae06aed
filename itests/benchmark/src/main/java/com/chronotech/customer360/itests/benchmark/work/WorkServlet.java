package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
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
 * Does a work inside the container for some seconds and answers how many things were done in how
 * many nanoseconds: {@code
 * /bench/work?name=grants&way=service&threads=4&seconds=5&deciding=400000&total=1000000}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("benchmark-work")
@HttpWhiteboardServletPattern("/bench/work")
public final class WorkServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient ConsentService consents;
  private final transient DataSource pool;
  private final transient Clock clock;
  private final transient Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();

  /** Takes the service and the pool below it. */
  @Activate
  public WorkServlet(
      @Reference ConsentService consents,
      @Reference(target = "(osgi.jndi.service.name=customer360-pool)") DataSource pool,
      @Reference Clock clock) {
    this.consents = consents;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Sample sample = new Sample(number(request, "deciding"), number(request, "total"));
    String name = request.getParameter("name") + " " + request.getParameter("way");
    Work work = work(name, sample);
    AtomicLong numbering = numbers.computeIfAbsent(name, any -> new AtomicLong());
    int threads = (int) number(request, "threads");
    long nanos = number(request, "millis") * 1_000_000L;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long began = System.nanoTime();
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(() -> run(work, numbering, began + nanos)));
      }
      long done = 0;
      for (Future<Long> each : running) {
        done += each.get();
      }
      response.setContentType("text/plain");
      response.getWriter().print(done + " " + (System.nanoTime() - began));
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      executor.shutdownNow();
    }
  }

  private Work work(String name, Sample sample) {
    return switch (name) {
      case "cached service" -> new CachedAnswers(consents, sample);
      case "cached raw" -> new MapAnswers(sample);
      case "first service" -> new FirstAnswers(consents, sample);
      case "first raw" -> new JdbcAnswers(pool, sample);
      case "campaigns service" -> new Campaigns(consents, sample.campaign());
      case "campaigns raw" -> new JdbcCampaigns(pool, sample.campaign());
      case "grants service" -> new Grants(consents, sample);
      case "grants raw" -> new JdbcGrants(pool, clock, sample);
      default -> throw new IllegalArgumentException("no such work: " + name);
    };
  }

  private static long run(Work work, AtomicLong numbering, long end) throws Exception {
    long all = 0;
    long done = 1;
    while (done > 0 && System.nanoTime() < end) {
      done = work.once(numbering.getAndIncrement());
      all += done;
    }
    return all;
  }

  private static long number(HttpServletRequest request, String name) {
    return Long.parseLong(request.getParameter(name));
  }
}
