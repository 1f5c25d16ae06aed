package com.chronotech.customer360.profile.core.records.model;

import java.util.Locale;

/** Vehicle identification numbers (ISO 3779; the check digit of 49 CFR 565.15). */
final class Vin {
  /** Characters of a number since 1981. */
  static final int LENGTH = 17;

  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String WORTH = "12345678123457923456789";
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int CHECK_PLACE = 8;

  private Vin() {}

  /** In capitals, without the blanks and hyphens that people put between groups. */
  static String bare(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether it holds letters and digits alone, and no more than there can be. */
  static boolean storable(String bare) {
    return bare.matches("[A-Z0-9]{1," + LENGTH + "}");
  }

  /**
   * What is unusual about a number that may be kept all the same: {@code characters}, {@code
   * length}, {@code letters} or {@code check_digit}; null for nothing.
   */
  static String doubt(String bare) {
    if (!storable(bare)) {
      return "characters";
    }
    if (bare.length() != LENGTH) {
      return "length";
    }
    if (hasForbiddenLetter(bare)) {
      return "letters";
    }
    return checks(bare) ? null : "check_digit";
  }

  /** Whether it holds a letter that is never used, since it looks like a digit. */
  private static boolean hasForbiddenLetter(String bare) {
    return bare.matches(".*[IOQ].*");
  }

  /** Whether the ninth character is what the others make it. */
  private static boolean checks(String bare) {
    return bare.charAt(CHECK_PLACE) == checkDigit(bare);
  }

  /** The check digit that the other characters make: 0 to 9, or X for ten. */
  static char checkDigit(String bare) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += WEIGHTS[i] * worth(bare.charAt(i));
    }
    return "0123456789X".charAt(sum % 11);
  }

  private static int worth(char c) {
    int letter = LETTERS.indexOf(c);
    return Character.digit(letter < 0 ? c : WORTH.charAt(letter), 10);
  }
}
