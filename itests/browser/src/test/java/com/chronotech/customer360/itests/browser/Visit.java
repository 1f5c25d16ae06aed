package com.chronotech.customer360.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One person's browser window. Whatever the browser complains of on its console is a fault, unless
 * the test said that it would.
 */
final class Visit implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Path PICTURES =
      Path.of(System.getProperty("customer360.scratch"), "screenshots");

  /** A machine that is busy with other tests beside is slow, and no less right. */
  private static final double PATIENCE_MS = 20_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  private final Product product = Product.get();
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final Page page;

  /**
   * What kind of window.
   *
   * @param width in CSS pixels
   * @param language {@code fr-CA} or {@code en-CA}
   */
  record Window(int width, String language) {
    static final Window DESK = new Window(1440, "fr-CA");
    static final Window TABLET = new Window(768, "fr-CA");
    static final Window PHONE = new Window(360, "fr-CA");

    Window english() {
      return new Window(width, "en-CA");
    }

    @Override
    public String toString() {
      return width + "-" + language;
    }
  }

  /** Opens a window in which nobody is signed in. */
  Visit(Window window) {
    context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(product.address())
                    .setViewportSize(window.width(), window.width() < 500 ? 780 : 900)
                    .setLocale(window.language())
                    .setTimezoneId("America/Toronto")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(ColorScheme.LIGHT));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Opens a window in which somebody is signed in. */
  static Visit as(String user, Window window) {
    Visit visit = new Visit(window);
    APIResponse answer =
        visit
            .context
            .request()
            .post(
                "/api/customer360/session",
                RequestOptions.create()
                    .setHeader("X-Requested-With", "XMLHttpRequest")
                    .setData(Map.of("name", user, "password", visit.product.password(user))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return visit;
  }

  /** Finds by role and this name. */
  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** The page in the window. */
  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Opens an address and waits until nothing on it is loading any more. */
  Page open(String address) {
    page.navigate(address);
    settled();
    return page;
  }

  /** Waits until nothing on the page is loading, and nothing in sight is about to. */
  void settled() {
    page.waitForFunction(
        "() => customElements.get('c360-app') && document.querySelector('main > *')"
            + " && !document.querySelector('.skeleton')"
            + " && [...document.querySelectorAll('main :is(.awaited, :not(:defined))')]"
            + ".every((part) => part.getBoundingClientRect().top > innerHeight)");
  }

  /** Scrolls to what is fetched only when it comes in sight, and back. */
  void readThrough() {
    while ((Boolean)
        page.evaluate(
            "() => { const next = document.querySelector('main :is(.awaited, :not(:defined))'); next?.scrollIntoView();"
                + " return next !== null; }")) {
      settled();
    }
    page.evaluate("() => scrollTo(0, 0)");
  }

  /** Slows the processor, for this page, so many times. */
  void slow(int times) {
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", times);
    context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
  }

  /** The system changes its theme while the page is open; ends when that is drawn. */
  void wish(ColorScheme theme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    page.waitForFunction(
        "(theme) => document.documentElement.dataset.theme === theme",
        theme.name().toLowerCase(Locale.ROOT));
    page.evaluate(
        "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  }

  /** Forgets complaints that the test provoked, such as of a call that it made fail. */
  void expected(String part) {
    complaints.removeIf(complaint -> complaint.contains(part));
  }

  /** Nothing for WCAG 2.2 AA to find, nothing wider than the window. */
  void isAccessible() {
    List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
    assertThat(
            violations.stream()
                .map(
                    rule ->
                        rule.getId()
                            + " "
                            + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .limit(3)
                                .collect(Collectors.joining("; ")))
                .toList())
        .as("axe on %s", page.url())
        .isEmpty();
    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("no sideways scrolling on %s", page.url())
        .isTrue();
  }

  /** Keeps a picture as build output. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(false));
  }

  /** Ends the window; fails when the browser complained. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }
}
