package com.chronotech.customer360.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A day's work without a mouse. */
class KeyboardIT {

  @Test
  void fromTheListToATabByKeysAlone() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      page.keyboard().press("/");
      page.keyboard().type("savoie");
      assertThat(page.locator("main tbody tr").first()).containsText("Savoie");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/customers/\\d+/360.*"));
      assertThat(page.locator("#tab-vehicles")).isVisible();
      page.keyboard().press("Alt+4");
      assertThat(page.locator("#tab-vehicles")).hasAttribute("aria-selected", "true");
      page.locator("#tab-vehicles").focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#tab-activity")).hasAttribute("aria-selected", "true");
      page.goBack();
      assertThat(page.locator("#tab-vehicles")).hasAttribute("aria-selected", "true");
    }
  }

  @Test
  void thePaletteFindsACustomerAndGivesTheFocusBack() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      page.keyboard().press("Control+k");
      Locator box = page.locator("dialog[open] input");
      assertThat(box).isFocused();
      visit.isAccessible();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog[open]")).hasCount(0);
      page.keyboard().press("Control+k");
      assertThat(box).isFocused();
      page.keyboard().type("beaulieu");
      assertThat(page.locator("dialog[open] [role=option]").first()).containsText("Beaulieu");
      visit.picture("palette");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/customers/\\d+.*"));
    }
  }
}
