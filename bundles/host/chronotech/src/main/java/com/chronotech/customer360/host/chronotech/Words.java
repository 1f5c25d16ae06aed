package com.chronotech.customer360.host.chronotech;

import java.util.List;
import java.util.Locale;

/** How hosts write yes and no. */
final class Words {
  private static final List<String> YES = List.of("1", "true", "yes", "oui", "y", "o", "t");
  private static final List<String> NO = List.of("0", "false", "no", "non", "n", "f");

  private Words() {}

  /** Yes or no; null when it is neither. */
  static Boolean flag(String text) {
    String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    return NO.contains(word) ? Boolean.FALSE : null;
  }

  /** The one of a column's words that says so; null when none does. */
  static String saying(boolean flag, List<String> words) {
    return words.stream()
        .filter(word -> Boolean.valueOf(flag).equals(flag(word)))
        .findFirst()
        .orElse(null);
  }
}
