package com.chronotech.customer360.consents;

import java.util.Locale;
import java.util.Optional;

/** What a message is under Canada's anti-spam law (S.C. 2010, c. 23). */
public enum MessageClass {
  /** Encourages participation in a commercial activity (s. 1(2)); needs consent. */
  COMMERCIAL,
  /**
   * Completes or confirms a transaction, or gives warranty, recall or safety information (s. 6(6)).
   * A promotional line in it makes it commercial.
   */
  TRANSACTIONAL,
  /** Asks for consent, which is itself commercial (s. 1(3)). */
  CONSENT_REQUEST;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code commercial}. */
  public String code() {
    return code;
  }

  /** The class of a code; empty for any other text, null included. */
  public static Optional<MessageClass> ofCode(String code) {
    for (MessageClass messageClass : values()) {
      if (messageClass.code.equals(code)) {
        return Optional.of(messageClass);
      }
    }
    return Optional.empty();
  }
}
