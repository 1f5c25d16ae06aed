package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in and out, as people do. */
class SignInIT {

  @Test
  void aStrangerSignsInAndComesWhereTheyWantedToGo() {
    try (Visit visit = new Visit(Window.DESK)) {
      Page page = visit.open("/customers/1/timeline");
      assertThat(page).hasURL(Pattern.compile(".*/customer360/sign-in.*"));
      visit.isAccessible();
      visit.picture("sign-in");
      signIn(page, "admin", "faux");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("inexact");
      signIn(page, "admin", Product.get().password("admin"));
      assertThat(page).hasURL(Product.get().address() + "/customers/1/timeline");
      visit.expected("401");
      Cookie cookie =
          visit.context().cookies().stream()
              .filter(one -> one.name.contains("c360_session"))
              .findFirst()
              .orElseThrow();
      assertThat(cookie.httpOnly).isTrue();
      assertThat(cookie.sameSite.name()).isEqualTo("LAX");
    }
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      page.locator("#user-menu").click();
      page.getByRole(AriaRole.MENUITEM, named("Se déconnecter")).click();
      assertThat(page).hasURL(Pattern.compile(".*/customer360/sign-in.*"));
      assertThat(visit.context().request().get("/customers/1/profile").status()).isEqualTo(401);
      visit.expected("401");
    }
  }

  @Test
  void theLanguageIsChosenByOneClick() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers");
      page.locator("#user-menu").click();
      page.getByRole(AriaRole.MENUITEM, named("English")).click();
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .hasText("Customers");
      assertThat((String) page.evaluate("() => document.documentElement.lang")).isEqualTo("en-CA");
    }
  }

  private static void signIn(Page page, String name, String password) {
    Locator form = page.locator("c360-sign-in-form");
    form.locator("input[name=name]").fill(name);
    form.locator("input[name=password]").fill(password);
    form.locator("button").click();
  }
}
