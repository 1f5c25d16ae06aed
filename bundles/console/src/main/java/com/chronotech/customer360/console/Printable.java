package com.chronotech.customer360.console;

/** Text of customers made safe for a terminal. */
final class Printable {

  private Printable() {}

  /** One line, with control characters shown as a dot: a stored escape sequence does nothing. */
  static String line(String text) {
    return text == null
        ? ""
        : text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]", "·");
  }
}
