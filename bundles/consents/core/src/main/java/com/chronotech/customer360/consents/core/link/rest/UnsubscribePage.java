package com.chronotech.customer360.consents.core.link.rest;

import static com.chronotech.customer360.platform.rest.PublicPage.escaped;
import static com.chronotech.customer360.platform.rest.PublicPage.paragraph;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.rest.PublicPage;
import com.chronotech.customer360.platform.rest.PublicPage.Sender;
import java.util.Locale;

/** The page's HTML: whole in itself, without scripts, pictures or calls to anybody. Thread-safe. */
final class UnsubscribePage {
  private final PublicPage page;

  /** What a click withdraws. */
  enum Scope {
    /** The purpose of the link. */
    THIS,
    /** Both commercial purposes. */
    ALL
  }

  UnsubscribePage(Sender sender) {
    this.page = new PublicPage(sender);
  }

  /** The content security policy to send with each page. */
  String policy() {
    return page.policy();
  }

  /**
   * Asks what to withdraw.
   *
   * @param type the purpose of the link; null when it cannot be read
   */
  String ask(Locale locale, ConsentType type) {
    String content =
        paragraph("", say(locale, "ask.lead"))
            + form(button("first", "this", say(locale, "withdraw." + code(type))) + all(locale))
            + paragraph("quiet", say(locale, "ask.note"));
    return page(locale, "ask", content);
  }

  /** Says that it was done, to everybody alike: the page does not tell who exists. */
  String done(Locale locale, ConsentType type, Scope scope) {
    boolean everything = scope == Scope.ALL;
    String content =
        paragraph("done", say(locale, everything ? "done.all" : "done." + code(type)))
            + paragraph("", say(locale, "done.lead", LinkClaim.VALID_DAYS))
            + (everything ? "" : form(all(locale)))
            + paragraph("quiet", say(locale, "done.back"));
    return page(locale, "done", content);
  }

  /** Asks to wait. */
  String wait(Locale locale, int seconds) {
    return page(locale, "wait", paragraph("", say(locale, "wait.lead", seconds)));
  }

  /** Says that it was not done. */
  String away(Locale locale) {
    return page(locale, "away", paragraph("", say(locale, "away.lead")));
  }

  private String page(Locale locale, String kind, String content) {
    return page.page(locale, say(locale, kind + ".title"), content);
  }

  private static String all(Locale locale) {
    return button("second", "all", say(locale, "withdraw.all"));
  }

  private static String form(String buttons) {
    return "<form method=\"post\">" + buttons + "</form>\n";
  }

  private static String button(String style, String scope, String label) {
    return "<button class=\""
        + style
        + "\" name=\"scope\" value=\""
        + scope
        + "\">"
        + escaped(label)
        + "</button>";
  }

  private static String code(ConsentType type) {
    return type == null ? "unknown" : type.code();
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return LocalizedText.of(UnsubscribePage.class, key, arguments).in(locale);
  }
}
