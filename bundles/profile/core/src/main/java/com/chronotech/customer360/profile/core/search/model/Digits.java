package com.chronotech.customer360.profile.core.search.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telephone numbers as digits. North American ones are known in both writings, with the country's 1
 * and without; of every number the last seven digits are known too, so that a local one finds it.
 */
final class Digits {
  /** How a telephone number may be written. */
  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9().\\-/  ]*");

  /** Digits of a local number. */
  private static final int LOCAL = 7;

  private static final int NATIONAL = 10;
  private static final int LONGEST = 20;

  private Digits() {}

  /** Whether a text can be a telephone number or a piece of one. */
  static boolean isWritten(String text) {
    return WRITTEN.matcher(text).matches() && !of(text).isEmpty();
  }

  /** The digits of a text, without the prefix that dials abroad. */
  static String of(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    String all = digits.toString();
    if (text.stripLeading().startsWith("+")) {
      return all;
    }
    if (all.length() > NATIONAL + 1 && all.startsWith("011")) {
      return all.substring(3);
    }
    return all.length() > NATIONAL && all.startsWith("00") ? all.substring(2) : all;
  }

  /** The forms by which a number is found; an extension behind it is left out. */
  static Set<String> forms(String number) {
    String text = Folding.fold(number);
    int extension = text.replaceAll("[^0-9a-z#]", " ").indexOf(" ext");
    String all = of(extension > 0 ? text.substring(0, extension) : text);
    Set<String> forms = new LinkedHashSet<>();
    if (all.length() < 3) {
      return forms;
    }
    if (all.length() > LONGEST) {
      all = all.substring(0, LONGEST);
    }
    forms.add(all);
    boolean abroad = text.stripLeading().startsWith("+") && !all.startsWith("1");
    if (!abroad && all.length() == NATIONAL && all.charAt(0) >= '2') {
      forms.add("1" + all);
    } else if (!abroad && all.length() == NATIONAL + 1 && all.charAt(0) == '1') {
      forms.add(all.substring(1));
    }
    if (all.length() > LOCAL) {
      forms.add(all.substring(all.length() - LOCAL));
    }
    return forms;
  }
}
