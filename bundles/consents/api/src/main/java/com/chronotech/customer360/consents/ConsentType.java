package com.chronotech.customer360.consents;

import java.util.Locale;
import java.util.Optional;

/**
 * The purposes of the brief. A consent names exactly one (Quebec Law 25, P-39.1 s. 14): a request
 * that covers two purposes gives two records.
 */
public enum ConsentType {
  /** Commercial e-mail. */
  MARKETING_EMAIL,
  /** Commercial text messages. */
  MARKETING_SMS,
  /** Measures of how the customer uses services. */
  ANALYTICS,
  /** Profiling, such as scores and segments by behaviour (P-39.1 s. 8.1). */
  PROFILING,
  /** Communication of personal information to others. */
  DATA_SHARING,
  /** Notifications about services that are under way. */
  SERVICE_NOTIFICATIONS;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The brief's name, such as {@code marketing_email}; stable. */
  public String code() {
    return code;
  }

  /** The type of a code; empty for any other text, null included. */
  public static Optional<ConsentType> ofCode(String code) {
    for (ConsentType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
