package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words by which hosts call the brief's purposes. Words of an older host that are none of ours,
 * such as {@code phone_marketing}, stand for nothing.
 */
public final class HostWords {
  private static final Map<ConsentType, List<String>> OLDER =
      new EnumMap<>(
          Map.of(
              ConsentType.MARKETING_EMAIL, List.of("email_marketing", "newsletter"),
              ConsentType.MARKETING_SMS, List.of("sms_marketing")));

  private HostWords() {}

  /** The words of a purpose: the brief's own first, then those of older hosts. */
  public static List<String> of(ConsentType type) {
    List<String> older = OLDER.getOrDefault(type, List.of());
    return older.isEmpty()
        ? List.of(type.code())
        : Stream.concat(Stream.of(type.code()), older.stream()).toList();
  }

  /** The purpose of a host's word, whatever its case; empty for any other, null included. */
  public static Optional<ConsentType> typeOf(String word) {
    if (word == null) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    for (ConsentType type : ConsentType.values()) {
      if (of(type).contains(lower)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
