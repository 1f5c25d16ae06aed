package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What a technician is shown, and what a manager. */
class RolesIT {

  @Test
  void aTechnicianSeesNoMoneyAndIsRefusedWhereTheyInsist() {
    try (Visit visit = Visit.as("technicien", Window.TABLET)) {
      Page page = visit.open("/customers/4/360");
      assertThat(page.locator("#tab-vehicles")).isVisible();
      assertThat(page.locator("#tab-finances")).hasCount(0);
      assertThat(page.locator(".bar nav a")).hasCount(1);
      visit.open("/customers/4/consents");
      assertThat(page.getByRole(AriaRole.BUTTON, named("Retirer"))).hasCount(0);
      visit.open("/customer360/dashboard");
      assertThat(page.locator("main")).containsText("rôle");
      assertThat(visit.context().request().get("/api/customer360/4/sections/finances").status())
          .isEqualTo(403);
      visit.expected("403");
    }
  }

  @Test
  void aManagerSeesEverything() {
    try (Visit visit = Visit.as("gerante", Window.TABLET)) {
      Page page = visit.open("/customers/4/360?tab=finances");
      assertThat(page.locator("#tab-finances")).hasAttribute("aria-selected", "true");
      assertThat(page.locator("#panel-finances")).containsText("$");
      assertThat(page.locator(".bar nav a")).hasCount(3);
      visit.open("/customer360/dashboard");
      assertThat(page.locator("main canvas").first()).isVisible();
    }
  }
}
