package com.chronotech.customer360.platform.rest;

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

/**
 * The HTML of a page for people who are not signed in: whole in itself, without scripts, pictures
 * or calls to anybody. Immutable.
 */
public final class PublicPage {
  private final String template;
  private final String style;
  private final String policy;
  private final Sender sender;

  /**
   * Whose page it is; each may be empty.
   *
   * @param name of the business
   * @param contact how it is reached
   * @param address where it is
   */
  public record Sender(String name, String contact, String address) {}

  /** Creates pages of a business. */
  public PublicPage(Sender sender) {
    this.sender = sender;
    this.template = resource("public.html");
    this.style = resource("public.css");
    this.policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  /** The content security policy to send with each page. */
  public String policy() {
    return policy;
  }

  /**
   * A whole page.
   *
   * @param title plain text
   * @param content HTML, in which texts of others are escaped already
   */
  public String page(Locale locale, String title, String content) {
    StringBuilder footer = new StringBuilder();
    if (!sender.contact().isBlank()) {
      footer.append(paragraph("", say(locale, "public.footer.contact", sender.contact())));
    }
    if (!sender.address().isBlank()) {
      footer.append(paragraph("", sender.address()));
    }
    Map<String, String> parts =
        Map.of(
            "language", say(locale, "public.language.code"),
            "title", escaped(title),
            "style", style,
            "sender", escaped(sender.name()),
            "other_href", "?lang=" + say(locale, "public.other.code"),
            "other_language", say(locale, "public.other.code"),
            "other_label", escaped(say(locale, "public.other.label")),
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

  /**
   * A paragraph.
   *
   * @param style its class: {@code quiet}, {@code done} or empty
   * @param text plain text
   */
  public static String paragraph(String style, String text) {
    String start = style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">";
    return start + escaped(text) + "</p>\n";
  }

  /** A text as HTML shows it. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return LocalizedText.of(PublicPage.class, key, arguments).in(locale);
  }

  private static String resource(String name) {
    try (InputStream in = PublicPage.class.getResourceAsStream(name)) {
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
