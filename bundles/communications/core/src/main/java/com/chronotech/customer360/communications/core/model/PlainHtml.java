package com.chronotech.customer360.communications.core.model;

import java.util.regex.Pattern;

/** HTML made of plain text. */
public final class PlainHtml {
  private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n");
  private static final Pattern LINE = Pattern.compile("\n");

  private PlainHtml() {}

  /** Paragraphs of a text. */
  public static String of(String text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    String lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
    for (String paragraph : PARAGRAPH.split(lines, -1)) {
      html.append("<p>")
          .append(LINE.matcher(escaped(paragraph)).replaceAll("<br>"))
          .append("</p>\n");
    }
    return html.toString();
  }

  /** A page around the inside of a body. */
  public static String page(String language, String inside) {
    return "<!DOCTYPE html>\n<html lang=\""
        + escaped(language)
        + "\"><head><meta charset=\"utf-8\"></head><body>\n"
        + inside
        + "\n</body></html>\n";
  }

  /** A text in which nothing is markup. */
  public static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
