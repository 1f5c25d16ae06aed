package com.chronotech.customer360.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a first visit costs, with nothing in the browser's cache. The bytes are held to their limit;
 * times depend on the machine and are written to {@code target/first-load.txt}.
 */
class FirstLoadIT {
  private static final Path REPORT =
      Path.of(System.getProperty("customer360.scratch"), "first-load.txt");
  private static final long MOST_BYTES = 150 * 1024;

  private static final String WATCH_PAINT =
      "window.paint = 0; new PerformanceObserver((list) => { window.paint ="
          + " list.getEntries().at(-1).startTime; })"
          + ".observe({ type: 'largest-contentful-paint', buffered: true });";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers",
        "/customers/4/360",
        "/customers/4/timeline",
        "/customers/4/consents",
        "/customer360/dashboard"
      })
  void isLight(String address) throws IOException {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.page();
      CDPSession tools = visit.context().newCDPSession(page);
      AtomicLong bytes = new AtomicLong();
      AtomicLong files = new AtomicLong();
      tools.on(
          "Network.loadingFinished",
          event -> {
            bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            files.incrementAndGet();
          });
      tools.send("Network.enable");
      visit.slow(4);
      page.addInitScript(WATCH_PAINT);
      visit.open(address);
      page.waitForFunction(
          "() => [...document.querySelectorAll('c360-chart')].every((chart) => chart.drawn)");
      double paint = ((Number) page.evaluate("() => window.paint")).doubleValue();
      Files.writeString(
          REPORT,
          String.format(
              "%-24s %6.1f kB in %d answers; largest paint after %4.0f ms, CPU slowed 4 times%n",
              address, bytes.get() / 1024.0, files.get(), paint),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      assertThat(paint).as("the browser told of a paint").isPositive();
      assertThat(bytes.get()).as("bytes of %s", address).isLessThanOrEqualTo(MOST_BYTES);
    }
  }
}
