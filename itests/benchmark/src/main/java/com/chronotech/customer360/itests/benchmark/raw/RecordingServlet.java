package com.chronotech.customer360.itests.benchmark.raw;

import com.chronotech.customer360.timeline.TimelineService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Records inside the container for some seconds, through the service or by hand-written JDBC, and
 * answers how many rows that made: {@code
 * /bench/record?way=service&batch=1000&threads=4&seconds=5}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("benchmark-recording")
@HttpWhiteboardServletPattern("/bench/record")
public final class RecordingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TimelineService timeline;
  private final transient DataSource pool;

  /** Takes the service and the pool below it. */
  @Activate
  public RecordingServlet(
      @Reference TimelineService timeline,
      @Reference(target = "(osgi.jndi.service.name=customer360-pool)") DataSource pool) {
    this.timeline = timeline;
    this.pool = pool;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int batch = number(request, "batch");
    int threads = number(request, "threads");
    long customers = number(request, "customers");
    long nanos = number(request, "seconds") * 1_000_000_000L;
    Recording recording =
        "service".equals(request.getParameter("way"))
            ? new ServiceRecording(timeline)
            : new JdbcRecording(pool);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long began = System.nanoTime();
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long customer = 1 + i % customers;
        running.add(executor.submit(() -> record(recording, customer, batch, began + nanos)));
      }
      long rows = 0;
      for (Future<Long> each : running) {
        rows += each.get();
      }
      response.setContentType("text/plain");
      response.getWriter().print(rows + " " + (System.nanoTime() - began));
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      executor.shutdownNow();
    }
  }

  private static long record(Recording recording, long customer, int batch, long end)
      throws Exception {
    long rows = 0;
    for (long n = 0; System.nanoTime() < end; n++) {
      if (batch == 1) {
        recording.one(customer, n);
      } else {
        recording.many(customer, n, batch);
      }
      rows += batch;
    }
    return rows;
  }

  private static int number(HttpServletRequest request, String name) {
    return Integer.parseInt(request.getParameter(name));
  }
}
