package com.chronotech.customer360.timeline.core.model;

import java.nio.charset.StandardCharsets;

/** What can be said of a text before a database sees it. */
public final class TextRules {

  private TextRules() {}

  /** Whether half of a surrogate pair stands alone; no UTF-8 can carry it. */
  public static boolean hasLoneSurrogate(CharSequence text) {
    boolean highBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (highBefore != Character.isLowSurrogate(c)) {
        return true;
      }
      highBefore = Character.isHighSurrogate(c);
    }
    return highBefore;
  }

  /**
   * Whether a control character stands in the text, line feeds, returns and tabs allowed or not.
   */
  static boolean hasControl(String text, boolean layoutAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = c == '\n' || c == '\t' || c == '\r';
      if ((c < 0x20 || c == 0x7f) && !(layoutAllowed && layout)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a character needs four bytes of UTF-8, which a three-byte column cannot hold. */
  static boolean hasFourByteCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** How many bytes the text takes in UTF-8. */
  static int utf8Length(String text) {
    // a char gives at most three bytes, so short texts need no counting
    return text.length() * 3 <= ActivityRules.MAX_DESCRIPTION_BYTES
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
