package com.chronotech.customer360.consents;

import java.util.Locale;
import java.util.Optional;

/** By which way a customer is reached. */
public enum Channel {
  /** Electronic mail. */
  EMAIL,
  /** Text messages. */
  SMS,
  /** A call. */
  PHONE,
  /** A letter. */
  POST;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code email}. */
  public String code() {
    return code;
  }

  /** The channel of a code; empty for any other text, null included. */
  public static Optional<Channel> ofCode(String code) {
    for (Channel channel : values()) {
      if (channel.code.equals(code)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
