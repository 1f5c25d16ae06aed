package com.chronotech.customer360.itests.browser;

import static com.chronotech.customer360.itests.browser.Visit.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.chronotech.customer360.itests.browser.Visit.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What one does is seen by the other without asking. */
class LiveIT {

  @Test
  void aNoteIsSeenInTheOtherBrowser() {
    String title = "Note " + UUID.randomUUID();
    try (Visit writer = Visit.as("commis", Window.DESK);
        Visit reader = Visit.as("technicien", Window.PHONE)) {
      Page seen = reader.open("/customers/9/timeline");
      Page page = writer.open("/customers/9/timeline");
      page.getByRole(AriaRole.BUTTON, named("Ajouter une note")).first().click();
      Locator dialog = page.locator("dialog[open]");
      dialog.locator("[name=title]").fill(title);
      dialog.locator(".button.primary").click();
      assertThat(page.locator("main")).containsText(title);
      assertThat(seen.locator("main")).containsText(title);
    }
  }

  @Test
  void aPageThatNobodySeesHoldsNoConnectionAndCatchesUp() {
    String meanwhile = "Note " + UUID.randomUUID();
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.page();
      page.waitForRequest(LiveIT::isStream, () -> visit.open("/customers/11/timeline"));
      List<String> read = new ArrayList<>();
      page.onRequest(request -> read.add(request.url()));
      AtomicBoolean ended = new AtomicBoolean();
      page.onRequestFailed(request -> ended.compareAndSet(false, isStream(request)));
      visibility(page, "hidden");
      page.waitForCondition(ended::get);
      note(visit, meanwhile);
      page.waitForRequest(
          request -> isStream(request) && request.url().contains("since="),
          () -> visibility(page, "visible"));
      assertThat(page.locator("main")).containsText(meanwhile);
      org.assertj.core.api.Assertions.assertThat(read)
          .as("nothing else is read afresh")
          .noneMatch(url -> url.contains("/timeline/totals"));
    }
  }

  private static boolean isStream(Request request) {
    return request.url().contains("/events");
  }

  private static void note(Visit visit, String title) {
    Object status =
        visit
            .page()
            .evaluate(
                "async (title) => { const api = await import(document.querySelector('script[src]')"
                    + ".src.replace('app.js', 'lib/api.js')); await api.post("
                    + "'/customers/11/timeline', { activity_type: 'note', title });"
                    + " return 'done'; }",
                title);
    org.assertj.core.api.Assertions.assertThat(status).isEqualTo("done");
  }

  private static void visibility(Page page, String state) {
    page.evaluate(
        "(state) => { Object.defineProperty(document, 'visibilityState',"
            + " { value: state, configurable: true });"
            + " document.dispatchEvent(new Event('visibilitychange')); }",
        state);
  }

  @Test
  void aWithdrawalIsOneClickAndItsUndoAnotherVersion() {
    try (Visit visit = Visit.as("commis", Window.DESK)) {
      Page page = visit.open("/customers/9/consents");
      Locator card = page.locator("[aria-labelledby=purpose-marketing_sms]");
      card.getByRole(AriaRole.BUTTON, in("Accorder")).click();
      Locator dialog = page.locator("dialog[open]");
      visit.isAccessible();
      dialog.locator(".button.primary").click();
      assertThat(dialog.locator("#read-error")).isVisible();
      dialog.locator("[name=read]").check();
      dialog.locator("[name=source]").selectOption("counter");
      visit.picture("grant");
      dialog.locator(".button.primary").click();
      card.getByRole(AriaRole.BUTTON, in("Retirer")).click();
      assertThat(card.locator(".badge")).hasText("Retiré");
      visit.picture("revoked");
      visit.isAccessible();
    }
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
