package com.chronotech.customer360.consents.core.link.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import com.chronotech.customer360.platform.problem.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The page's HTML: whole in itself, without scripts, pictures or calls to anybody. Thread-safe. */
final class UnsubscribePage {
  private final String template;
  private final String style;
  private final String policy;
  private final Sender sender;

  /**
   * Who sends; each may be empty.
   *
   * @param name of the business
   * @param contact how it is reached
   * @param address where it is
   */
  record Sender(String name, String contact, String address) {}

  /** What a click withdraws. */
  enum Scope {
    /** The purpose of the link. */
    THIS,
    /** Both commercial purposes. */
    ALL
  }

  UnsubscribePage(Sender sender) {
    this.sender = sender;
    this.template = resource("unsubscribe.html");
    this.style = resource("unsubscribe.css");
    this.policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  /** The content security policy to send with each page. */
  String policy() {
    return policy;
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
    StringBuilder footer = new StringBuilder();
    if (!sender.contact().isBlank()) {
      footer.append(paragraph("", say(locale, "footer.contact", sender.contact())));
    }
    if (!sender.address().isBlank()) {
      footer.append(paragraph("", sender.address()));
    }
    Map<String, String> parts =
        Map.of(
            "language", say(locale, "language.code"),
            "title", escaped(say(locale, kind + ".title")),
            "style", style,
            "sender", escaped(sender.name()),
            "other_href", "?lang=" + say(locale, "other.code"),
            "other_language", say(locale, "other.code"),
            "other_label", escaped(say(locale, "other.label")),
            "content", content,
            "footer", footer.toString());
    StringBuilder html = new StringBuilder(template.length() + style.length() + 2000);
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = template.indexOf("}}", open);
      html.append(template, at, open).append(parts.get(template.substring(open + 2, close)));
      at = close + 2;
    }
    return html.append(template, at, template.length()).toString();
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

  private static String paragraph(String style, String text) {
    String start = style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">";
    return start + escaped(text) + "</p>\n";
  }

  private static String code(ConsentType type) {
    return type == null ? "unknown" : type.code();
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return LocalizedText.of(UnsubscribePage.class, key, arguments).in(locale);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = UnsubscribePage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
