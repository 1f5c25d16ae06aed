package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard of the manager and the administration. */
class OfficeIT {

  @Test
  void theDashboardShowsFiguresWithTablesBesideTheChart() {
    try (Visit visit = Visit.as("gerante", Window.DESK)) {
      Page page = visit.open("/customer360/dashboard");
      assertThat(page.locator("c360-dashboard-figures .value").first()).not().hasText("—");
      assertThat(page.locator("c360-chart canvas")).isVisible();
      page.getByText("Voir les chiffres en tableau").click();
      assertThat(page.locator("c360-chart table tbody tr")).hasCount(12);
      page.getByRole(AriaRole.BUTTON, named("6 mois")).click();
      assertThat(page).hasURL(Pattern.compile(".*period=6m.*"));
      assertThat(page.locator("c360-chart table tbody tr")).hasCount(6);
      page.getByRole(AriaRole.TAB, named("Ville")).click();
      assertThat(page.locator("c360-dashboard-breakdown tbody tr").first()).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void aPartThatFailsLeavesTheOthersAlone() {
    try (Visit visit = Visit.as("gerante", Window.DESK)) {
      Page page = visit.page();
      page.route("**/fleet/rfm*", Route::abort);
      visit.open("/customer360/dashboard");
      visit.readThrough();
      assertThat(page.locator("c360-dashboard-rfm [role=alert]")).isVisible();
      assertThat(page.locator("c360-dashboard-figures .value").first()).isVisible();
      page.unrouteAll();
      page.locator("c360-dashboard-rfm [role=alert] button").click();
      assertThat(page.locator("c360-dashboard-rfm [role=alert]")).hasCount(0);
      visit.expected("ERR_FAILED");
    }
  }

  @Test
  void whatIsFarBelowIsAskedForWhenItIsPrinted() {
    try (Visit visit = Visit.as("gerante", Window.DESK)) {
      Page page = visit.page();
      List<String> called = new ArrayList<>();
      page.onRequest(request -> called.add(request.url()));
      page.addInitScript(
          "window.print = () => { window.printed = document.querySelectorAll("
              + "'main :is(.awaited, .skeleton, :not(:defined))').length; };");
      visit.open("/customer360/dashboard");
      assertThat(called).anyMatch(url -> url.contains("/fleet/months"));
      assertThat(called).noneMatch(url -> url.contains("/fleet/cohorts"));
      page.keyboard().press("Control+p");
      page.waitForFunction("() => window.printed === 0");
      assertThat(called).anyMatch(url -> url.contains("/fleet/cohorts"));
    }
  }

  @Test
  void whoMayNotIsToldSo() {
    try (Visit visit = Visit.as("technicien", Window.DESK)) {
      Page page = visit.open("/customer360/dashboard");
      assertThat(page.locator("main")).containsText("Votre rôle ne permet pas");
      assertThat(page.locator("header.bar nav a")).hasCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"health", "adoption", "backfill", "notices", "segments", "roles", "ledger"})
  void everyTabOfTheAdministrationStands(String tab) {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.open("/customer360/administration?tab=" + tab);
      assertThat(page.locator("#tab-" + tab)).hasAttribute("aria-selected", "true");
      assertThat(page.locator("main [role=tabpanel] > *").first()).isVisible();
      assertThat(page.locator("main .state[role=alert]")).hasCount(0);
      visit.picture("administration-" + tab);
      visit.isAccessible();
    }
  }

  @Test
  void aRuleIsWrittenTriedAndItsFaultsAreShownWhereTheyAre() {
    try (Visit visit = Visit.as("gerante", Window.DESK)) {
      Page page = visit.open("/customer360/administration?tab=segments");
      page.getByRole(AriaRole.BUTTON, named("Nouvelle règle")).click();
      page.getByLabel("Nom du segment").fill("Deux véhicules");
      page.getByLabel("Condition").fill("vehicles >=\n2 and town == 'Laval'");
      page.getByRole(AriaRole.BUTTON, named("Enregistrer et essayer")).click();
      assertThat(page.locator(".faults")).containsText("Ligne 2");
      visit.isAccessible();
      visit.expected("422");
      page.getByLabel("Condition").fill("vehicles >= 2");
      page.getByRole(AriaRole.BUTTON, named("Enregistrer et essayer")).click();
      assertThat(page.locator("c360-segments .notice")).containsText("Rien n’a été changé");
    }
  }
}
