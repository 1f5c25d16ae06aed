package com.chronotech.customer360.consents;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a notice.
 *
 * @param major raised when the purpose changes so that consent must be asked for anew
 * @param minor raised for what changes nothing of substance
 */
public record NoticeVersion(int major, int minor) implements Comparable<NoticeVersion> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");
  private static final Comparator<NoticeVersion> ORDER =
      Comparator.comparingInt(NoticeVersion::major).thenComparingInt(NoticeVersion::minor);

  /** The version of a text such as {@code 1.0}; empty for any other, null included. */
  public static Optional<NoticeVersion> parse(String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new NoticeVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(NoticeVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
