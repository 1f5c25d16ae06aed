package com.chronotech.customer360.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one browser of this JVM: the machine's own Chromium, calling nobody but us. */
final class Chromium {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");
  private static Browser running;

  private Chromium() {}

  /** The browser; started by the first who asks. */
  static synchronized Browser get() {
    if (running == null) {
      running = playwright().chromium().launch(options());
    }
    return running;
  }

  private static Playwright playwright() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    String node = System.getenv("CUSTOMER360_NODE");
    if (node != null && !node.isBlank()) {
      environment.put("PLAYWRIGHT_NODEJS_PATH", node);
    }
    return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
  }

  private static BrowserType.LaunchOptions options() {
    Path browser =
        PLACES.stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Chromium in any of " + PLACES));
    return new BrowserType.LaunchOptions()
        .setExecutablePath(browser)
        .setHeadless(true)
        .setArgs(ARGUMENTS);
  }
}
