package com.chronotech.customer360.sections.core.rest;

/** Makes a text safe within HTML, in content and in quoted attributes. */
final class Escape {

  private Escape() {}

  static String html(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      String as = entity(text.charAt(i));
      if (as != null && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (safe != null) {
        if (as == null) {
          safe.append(text.charAt(i));
        } else {
          safe.append(as);
        }
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
