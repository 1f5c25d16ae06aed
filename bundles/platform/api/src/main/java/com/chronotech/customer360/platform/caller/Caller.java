package com.chronotech.customer360.platform.caller;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who is asking: filled by the filter at the edge for REST and WebSocket clients, and by the host
 * module for calls inside the server. Immutable and safe to share between threads.
 *
 * @param name the sign-in name, or the bundle's symbolic name for a service; never blank
 * @param userId the id in the host's {@code users} table; empty for services and unknown users
 * @param roles the host's role names in lower case ({@code admin}, {@code manager}, {@code
 *     supervisor}, {@code commercial}, {@code technician}, {@code staff}, {@code guest}, {@code
 *     service}); never null
 * @param locale the language of messages for this caller; never null
 */
public record Caller(String name, OptionalLong userId, Set<String> roles, Locale locale) {

  /** The language spoken when a caller names none. */
  public static final Locale DEFAULT_LOCALE = Locale.CANADA_FRENCH;

  /**
   * Creates a caller.
   *
   * @throws IllegalArgumentException if {@code name} is blank
   * @throws NullPointerException if an argument is null
   */
  public Caller {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(locale, "locale");
    roles = Set.copyOf(roles);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a caller has a name");
    }
  }

  /** A module of the server itself, with the role {@code service}. */
  public static Caller service(String name) {
    return new Caller(name, OptionalLong.empty(), Set.of("service"), DEFAULT_LOCALE);
  }

  /** A person with one role, speaking the default language. */
  public static Caller user(String name, long userId, String role) {
    return new Caller(name, OptionalLong.of(userId), Set.of(role), DEFAULT_LOCALE);
  }

  /**
   * The language to answer in for an {@code Accept-Language} header: the best liked of French and
   * English, with the client's region; {@link #DEFAULT_LOCALE} when none is named or liked.
   */
  public static Locale localeFor(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
      return DEFAULT_LOCALE;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        Locale wished = Locale.forLanguageTag(range.getRange());
        String language = wished.getLanguage();
        if (range.getWeight() > 0 && (language.equals("fr") || language.equals("en"))) {
          return wished.getCountry().isEmpty() ? new Locale(language, "CA") : wished;
        }
      }
      return DEFAULT_LOCALE;
    } catch (IllegalArgumentException unreadable) {
      return DEFAULT_LOCALE;
    }
  }

  /** The same caller, answered in another language. */
  public Caller speaking(Locale other) {
    return new Caller(name, userId, roles, other);
  }
}
