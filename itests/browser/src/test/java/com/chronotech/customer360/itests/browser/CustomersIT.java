package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding a customer, with the keyboard alone. */
class CustomersIT {
  private static final String OPEN = ".customers-list a.open";

  private static String lastWord(String name) {
    String[] words = name.strip().split("[\\s-]+", -1);
    return words[words.length - 1];
  }

  @Test
  void searchesAsOneTypesAndOpensWithTheKeyboard() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      String name = page.locator(OPEN).nth(7).textContent();
      page.keyboard().press("/");
      page.keyboard().type(lastWord(name));
      assertThat(page).hasURL(Pattern.compile(".*[?&]q=.+"));
      assertThat(page.locator(OPEN).getByText(name).first()).isVisible();
      assertThat(page.locator(".customers-count")).containsText("client");
      page.keyboard().press("Enter");
      assertThat(page.locator(OPEN).first()).isFocused();
      page.keyboard().press("j");
      page.keyboard().press("k");
      page.keyboard().press("k");
      assertThat(page.locator("#customer-search")).isFocused();
      page.keyboard().press("ArrowDown");
      String opened = page.locator(OPEN).first().getAttribute("href");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Product.get().address() + opened);
      page.goBack();
      assertThat(page.locator(OPEN).first()).isFocused();
    }
  }

  @Test
  void whatCannotBeSearchedForIsNotAsked() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      page.locator("#customer-search").pressSequentially("a");
      assertThat(page.locator(".customers-count")).containsText("deux lettres");
      page.locator("#customer-search").fill("zzzzzz");
      assertThat(page.locator("main .state")).containsText("Aucun client ne correspond");
      page.locator("#customer-search").press("Escape");
      assertThat(page.locator(OPEN).first()).isVisible();
    }
  }

  @Test
  void filtersStandInTheAddress() {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.open("/customers");
      String city = page.locator(".column-city").first().textContent();
      page.locator(".filters input[name=city]").fill(city);
      page.locator(".filters input[name=city]").press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*[?&]city=.+"));
      visit.settled();
      assertThat(page.locator(".customers-list[aria-busy=false]")).isVisible();
      assertThat(new TreeSet<>(page.locator(".column-city").allTextContents()))
          .containsExactly(city);
      page.reload();
      visit.settled();
      assertThat(page.locator(".filters input[name=city]")).hasValue(city);
      page.getByText("Effacer les filtres").click();
      assertThat(page).hasURL(Product.get().address() + "/customers");
    }
  }

  @Test
  void goesOnAsOneScrolls() {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.open("/customers");
      int first = page.locator(OPEN).count();
      page.locator(OPEN).last().scrollIntoViewIfNeeded();
      assertThat(page.locator(OPEN).nth(first)).isVisible();
    }
  }

  @Test
  void theColumnsChosenStay() {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.open("/customers");
      page.getByRole(AriaRole.BUTTON, named("Affichage")).click();
      page.getByLabel("Numéro").check();
      assertThat(header(page, "Numéro")).isVisible();
      page.keyboard().press("Escape");
      page.reload();
      visit.settled();
      assertThat(header(page, "Numéro")).isVisible();
    }
  }

  @Test
  void onAPhoneCustomersAreCards() {
    try (Visit visit = Visit.as("commis", Window.PHONE)) {
      Page page = visit.open("/customers");
      assertThat(page.locator(".customer-cards li").first()).isVisible();
      page.getByRole(AriaRole.BUTTON, named("Filtres")).click();
      assertThat(page.getByLabel("Ville")).isVisible();
      visit.isAccessible();
    }
  }

  @Test
  void thePaletteFindsCustomersPagesAndActions() {
    try (Visit visit = Visit.as("admin", Window.DESK)) {
      Page page = visit.open("/customers");
      String name = page.locator(OPEN).nth(3).textContent();
      page.keyboard().press("Control+k");
      Locator field = page.locator("dialog[open] input");
      assertThat(field).isFocused();
      field.pressSequentially(lastWord(name));
      assertThat(page.locator("dialog[open] [role=option]").getByText(name).first()).isVisible();
      visit.isAccessible();
      field.fill("sombre");
      assertThat(page.locator("dialog[open] [role=option]").first()).containsText("sombre");
      page.keyboard().press("Enter");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      page.keyboard().press("Control+k");
      field.fill("tableau");
      assertThat(page.locator("dialog[open] [role=option]").first()).containsText("Tableau");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/customer360/dashboard"));
      page.keyboard().press("Control+k");
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
  }

  private static Locator header(Page page, String name) {
    return page.locator("th").filter(new Locator.FilterOptions().setHasText(name));
  }
}
