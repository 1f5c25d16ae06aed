package com.chronotech.customer360.communications.core.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can be written to: one, without a name, comments or control characters.
 */
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_MASKED = 100;
  private static final Pattern LOCAL =
      Pattern.compile("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
              + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

  private MailAddress() {}

  /** The address that a text is, without blanks around it; empty when it is none. */
  public static Optional<String> of(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String address = text.strip();
    int at = address.lastIndexOf('@');
    boolean sound =
        address.length() <= LONGEST
            && at > 0
            && at <= LONGEST_LOCAL
            && LOCAL.matcher(address.substring(0, at)).matches()
            && DOMAIN.matcher(address.substring(at + 1)).matches();
    return sound ? Optional.of(address) : Optional.empty();
  }

  /**
   * How an address is compared: in lower case. Servers may tell capitals apart before the
   * {@code @}; none that matters does, and a person who complained is to be left in peace.
   */
  public static String normal(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /** The address for the eye: its first character and its domain. */
  public static String masked(String address) {
    int at = address.lastIndexOf('@');
    if (at <= 0) {
      return "•••";
    }
    int first = address.offsetByCodePoints(0, 1);
    return Texts.cut(address.substring(0, first) + "•••" + address.substring(at), LONGEST_MASKED);
  }

  /** A telephone number for the eye: its last two digits. */
  public static String maskedNumber(String number) {
    return number.length() < 6 ? "•••" : "•••" + number.substring(number.length() - 2);
  }
}
