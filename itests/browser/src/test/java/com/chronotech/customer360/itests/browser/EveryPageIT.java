package com.chronotech.customer360.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page: seen by everybody, in each width, language and theme. */
class EveryPageIT {
  private static final List<String> PAGES =
      List.of(
          "/customers",
          "/customers/4/360?tab=profile",
          "/customers/4/360?tab=contacts",
          "/customers/4/360?tab=addresses",
          "/customers/4/360?tab=vehicles",
          "/customers/4/360?tab=activity",
          "/customers/4/360?tab=finances",
          "/customers/4/360?tab=documents",
          "/customers/4/360?tab=analytics",
          "/customers/4/360?tab=consents",
          "/customers/4/timeline",
          "/customers/4/consents",
          "/customer360/dashboard",
          "/customer360/administration");

  /** Each is seen in both themes. */
  private static final List<Window> WINDOWS =
      List.of(Window.DESK, Window.TABLET.english(), Window.PHONE, Window.PHONE.english());

  static Stream<Arguments> everywhere() {
    return PAGES.stream()
        .flatMap(page -> WINDOWS.stream().map(window -> Arguments.of(page, window)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("everywhere")
  void isAccessibleAndComplainsOfNothing(String address, Window window) {
    try (Visit visit = Visit.as("admin", window)) {
      List<String> called = new ArrayList<>();
      visit.page().onRequest(request -> called.add(request.url()));
      Page page = visit.open(address);
      visit.readThrough();
      assertThat(called)
          .as("nobody is called but the server itself")
          .allMatch(
              url -> url.startsWith(Product.get().address() + "/") || url.startsWith("data:"));
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .isVisible();
      assertThat(page.locator("main .state[role=alert]")).hasCount(0);
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        visit.wish(theme);
        String name = address.replaceAll("[^a-z0-9]+", "-").substring(1) + "-" + window + "-";
        visit.picture(name + theme.name().toLowerCase(Locale.ROOT));
        visit.isAccessible();
      }
    }
  }

  static Stream<Arguments> failures() {
    return PAGES.stream()
        .flatMap(page -> Stream.of(Arguments.of(page, false), Arguments.of(page, true)));
  }

  @ParameterizedTest(name = "{0}, the server is away: {1}")
  @MethodSource("failures")
  void waitsThenSaysWhatFailedAndTriesAgain(String address, boolean away) {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.page();
      Failing server = new Failing(away);
      page.route(
          url ->
              url.matches(".*/(api/customer360|customers|health)\\b.*")
                  && !url.contains("/session"),
          server::handle);
      page.navigate(address);
      assertThat(page.locator(".skeleton").first()).isVisible();
      server.fail();
      assertThat(page.getByRole(AriaRole.ALERT).first())
          .containsText(away ? "injoignable" : "Panne.");
      visit.settled();
      server.recover();
      // A page begins anew by parts: the parts below one that failed are there once it is.
      for (int depth = 0; depth < 4; depth++) {
        page.evaluate(
            "() => document.querySelectorAll('[role=alert] button').forEach((b) => b.click())");
        visit.settled();
      }
      assertThat(page.locator("main .state[role=alert]")).hasCount(0);
      visit.expected(away ? "ERR_FAILED" : "503");
    }
  }

  /** A server that lets every call wait, and then fails it and those that come. */
  private static final class Failing {
    private final boolean away;
    private final List<Route> waiting = new ArrayList<>();
    private boolean fails;
    private boolean recovered;

    Failing(boolean away) {
      this.away = away;
    }

    void handle(Route route) {
      if (recovered || !route.request().resourceType().equals("fetch")) {
        route.resume();
      } else if (fails) {
        answer(route);
      } else {
        waiting.add(route);
      }
    }

    void fail() {
      fails = true;
      waiting.forEach(this::answer);
    }

    void recover() {
      recovered = true;
    }

    private void answer(Route route) {
      if (away) {
        route.abort();
        return;
      }
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(503)
              .setContentType("application/json")
              .setBody("{\"success\":false,\"message\":\"Panne.\",\"code\":\"down\"}"));
    }
  }
}
