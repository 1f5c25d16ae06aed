package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Two people on one customer, a session that ends, work that is not saved. */
class EditingIT {
  private static final String PROFILE = "/customers/7/360?tab=profile";

  @Test
  void whereTwoChangeTheSameOneChooses() {
    try (Visit one = Visit.as("commis", Window.DESK);
        Visit other = Visit.as("gerante", Window.DESK)) {
      Page mine = edit(one, "preferred_contact_channel", "sms");
      Page theirs = edit(other, "preferred_contact_channel", "phone");
      save(theirs);
      assertThat(theirs.locator(".toast")).isVisible();
      save(mine);
      Locator dialog = mine.locator("dialog[open]");
      assertThat(dialog).containsText("Texto");
      assertThat(dialog).containsText("Téléphone");
      one.expected("412");
      one.isAccessible();
      one.picture("conflict");
      dialog.locator(".conflict-side").first().click();
      dialog.locator(".button.primary").click();
      assertThat(mine.locator("[data-field=preferred_contact_channel]")).containsText("Texto");
      other.settled();
      assertThat(theirs.locator("[data-field=preferred_contact_channel]")).containsText("Texto");
    }
  }

  @Test
  void aSessionThatEndsInTheMiddleLosesNothing() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = edit(visit, "privacy_level", "restreint");
      page.locator("[name=reason]").fill("À la demande du client");
      visit.context().clearCookies();
      save(page);
      Locator form = page.locator("dialog c360-sign-in-form");
      form.locator("input[name=name]").fill("commis");
      form.locator("input[name=password]").fill(Product.get().password("commis"));
      form.locator("button").click();
      assertThat(page.locator("[data-field=privacy_level]")).containsText("Restreint");
      assertThat(page.locator("c360-profile-history")).containsText("À la demande du client");
      visit.expected("401");
    }
  }

  @Test
  void segmentsThatOthersHaveByHandAreSuggested() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      label(visit, 8, "Essai");
      Page page = visit.page();
      APIRequestContext api = visit.context().request();
      page.waitForCondition(
          () -> api.get("/customers/values?of=label_by_hand").text().contains("Essai"));
      edit(visit, "preferred_contact_channel", "email");
      page.locator("input[name=segments]").focus();
      assertThat(page.locator("input[name=segments] ~ datalist option[value=Essai]")).isAttached();
    }
  }

  /** Labels a customer as a program does. */
  private static void label(Visit visit, long customer, String label) {
    APIRequestContext api = visit.context().request();
    String path = "/customers/" + customer + "/profile";
    String signIn = "commis:" + Product.get().password("commis");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8));
    RequestOptions read =
        RequestOptions.create()
            .setHeader("Authorization", basic)
            .setHeader("Accept", "application/json");
    APIResponse written =
        api.patch(
            path,
            RequestOptions.create()
                .setHeader("Authorization", basic)
                .setHeader("Content-Type", "application/merge-patch+json")
                .setHeader("If-Match", api.get(path, read).headers().get("etag"))
                .setData("{\"segments\":[\"" + label + "\"]}"));
    org.assertj.core.api.Assertions.assertThat(written.status()).as(written.text()).isEqualTo(200);
  }

  @Test
  void unsavedWorkIsNotLeftSilently() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = edit(visit, "preferred_contact_channel", "none");
      page.locator(".bar nav a").first().click();
      Locator dialog = page.locator("dialog[open]");
      assertThat(dialog).isVisible();
      dialog.locator(".button").first().click();
      assertThat(page).hasURL(Product.get().address() + PROFILE);
      assertThat(page.locator("select[name=preferred_contact_channel]")).hasValue("none");
    }
  }

  @Test
  void everyFaultStandsAtItsField() {
    try (Visit visit = Visit.as("commis", Window.PHONE)) {
      Page page = visit.open("/customers/7/360?tab=contacts");
      page.getByRole(AriaRole.BUTTON, named("Ajouter un contact")).first().click();
      Locator dialog = page.locator("dialog[open]");
      dialog.locator("[name=email]").fill("pas une adresse");
      dialog.locator("[name=phone]").fill("12");
      dialog.locator(".button.primary").click();
      assertThat(dialog.locator("[name=email]")).hasAttribute("aria-invalid", "true");
      assertThat(dialog.locator("[name=name]")).hasAttribute("aria-invalid", "true");
      visit.expected("422");
      visit.isAccessible();
      visit.picture("faults");
    }
  }

  private static Page edit(Visit visit, String field, String value) {
    Page page = visit.open(PROFILE);
    page.locator("[data-field=" + field + "]").click();
    page.locator("select[name=" + field + "]").selectOption(value);
    return page;
  }

  private static void save(Page page) {
    page.locator("c360-record-form .button.primary").click();
  }
}
