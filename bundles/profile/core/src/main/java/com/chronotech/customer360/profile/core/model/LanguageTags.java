package com.chronotech.customer360.profile.core.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Tags of languages (BCP 47, RFC 5646). */
public final class LanguageTags {
  /** The longest that any column of ours holds. */
  static final int LONGEST = 35;

  private LanguageTags() {}

  /** A well-formed tag in its canonical case, such as {@code fr-CA}; empty for anything else. */
  public static Optional<String> canonical(String tag) {
    if (tag.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return locale.getLanguage().isEmpty()
          ? Optional.empty()
          : Optional.of(locale.toLanguageTag());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** The language in which texts for a person with this tag are written: French, or English. */
  public static Locale spoken(String tag) {
    boolean english = tag != null && Locale.forLanguageTag(tag).getLanguage().equals("en");
    return english ? Locale.CANADA : Locale.CANADA_FRENCH;
  }
}
