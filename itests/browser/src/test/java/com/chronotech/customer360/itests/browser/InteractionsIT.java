package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long the browser takes from a key or a click to the next picture, on a processor slowed four
 * times, by its own Event Timing. Times depend on the machine and are written to {@code
 * target/interactions.txt}; what is held to is that they were measured.
 */
class InteractionsIT {
  private static final Path REPORT =
      Path.of(System.getProperty("customer360.scratch"), "interactions.txt");

  /** Events below the shortest time that browsers tell of are not told of. */
  private static final String WATCH =
      "window.interactions = []; new PerformanceObserver((list) => list.getEntries()"
          + ".filter((event) => event.interactionId).forEach((event) =>"
          + " window.interactions.push(event.duration)))"
          + ".observe({ type: 'event', durationThreshold: 16, buffered: true });";

  /** The browser tells after the picture stands, and of what was quick not at all. */
  private static final String TOLD =
      "() => new Promise((told) => { const end = performance.now() + 500;"
          + " const look = () => (window.interactions.length || performance.now() > end"
          + " ? setTimeout(told, 100) : setTimeout(look, 20)); look(); })";

  private double slowest;

  /** Something a person does; ends when they see what came of it. */
  @FunctionalInterface
  private interface Interaction {
    void run(Page page);
  }

  @Test
  void theListAndThePalette() throws IOException {
    try (Visit visit = slowed()) {
      Page page = visit.open("/customers");
      measure(
          page, "a letter typed into the search", it -> it.locator("#customer-search").press("t"));
      measure(
          page,
          "the next two letters",
          it -> {
            it.keyboard().type("re");
            assertThat(it.locator("main tbody tr").first()).isVisible();
          });
      measure(page, "down the list", it -> it.keyboard().press("ArrowDown"));
      measure(
          page,
          "the palette opens",
          it -> {
            it.keyboard().press("Control+k");
            assertThat(it.locator("dialog[open] input")).isFocused();
          });
      measure(page, "the palette closes", it -> it.keyboard().press("Escape"));
    }
  }

  @Test
  void aCustomer() throws IOException {
    try (Visit visit = slowed()) {
      Page page = visit.open("/customers/4/360?tab=profile");
      measure(
          page,
          "the edit of a profile opens",
          it -> {
            it.getByRole(AriaRole.BUTTON, named("Modifier")).first().click();
            assertThat(it.locator("input[name=segments]")).isVisible();
          });
      measure(page, "and closes", it -> it.keyboard().press("Escape"));
      for (String tab : List.of("contacts", "vehicles", "activity", "analytics", "consents")) {
        measure(
            page,
            "tab " + tab,
            it -> {
              it.locator("#tab-" + tab).click();
              assertThat(it.locator("#tab-" + tab)).hasAttribute("aria-selected", "true");
              visit.settled();
            });
      }
    }
  }

  @Test
  void theTimelineAndTheConsents() throws IOException {
    try (Visit visit = slowed()) {
      Page page = visit.open("/customers/4/timeline");
      measure(
          page,
          "a chip of the timeline",
          it -> {
            it.locator("main .chip[aria-pressed]").nth(1).click();
            visit.settled();
          });
      visit.open("/customers/4/consents");
      measure(
          page,
          "the notice at a grant",
          it -> {
            it.getByRole(AriaRole.BUTTON, named("Accorder")).first().click();
            assertThat(it.locator("dialog[open]")).isVisible();
          });
      measure(page, "the dialog closes", it -> it.keyboard().press("Escape"));
    }
  }

  @AfterEach
  void theBrowserToldOfSome() {
    assertThat(slowest).isPositive();
  }

  private static Visit slowed() {
    Visit visit = Visit.as("commis", Window.DESK);
    visit.slow(4);
    visit.page().addInitScript(WATCH);
    return visit;
  }

  private void measure(Page page, String what, Interaction interaction) throws IOException {
    page.evaluate("() => { window.interactions.length = 0; }");
    interaction.run(page);
    page.evaluate(TOLD);
    double longest =
        ((Number) page.evaluate("() => Math.max(0, ...window.interactions)")).doubleValue();
    slowest = Math.max(slowest, longest);
    Files.writeString(
        REPORT,
        String.format(
            "%-34s %s%n", what, longest > 0 ? String.format("%4.0f ms", longest) : "below 16 ms"),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
