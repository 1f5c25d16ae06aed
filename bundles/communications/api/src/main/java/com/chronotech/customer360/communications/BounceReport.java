package com.chronotech.customer360.communications;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that came back.
 *
 * @param messageId the {@code Message-ID} of the message; null when only the address is known
 * @param recipient the address that it did not reach; null when only the message is known
 * @param kind how
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; null when unknown
 * @param diagnostic the words of the server that refused it; may be null
 * @param occurredAt when; null for now
 */
public record BounceReport(
    String messageId,
    String recipient,
    Kind kind,
    String status,
    String diagnostic,
    Instant occurredAt) {

  /** Creates a report; {@code kind} may not be null. */
  public BounceReport {
    Objects.requireNonNull(kind, "kind");
  }

  /** How a message came back. */
  public enum Kind {
    /** For good: the address does not exist, or takes nothing from us. */
    HARD,
    /** For now: a full mailbox, a server that is away. */
    SOFT,
    /** Its reader marked it as unwanted. */
    COMPLAINT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The stable code, such as {@code hard}. */
    public String code() {
      return code;
    }

    /** The kind of a code; empty for any other text, null included. */
    public static Optional<Kind> ofCode(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
