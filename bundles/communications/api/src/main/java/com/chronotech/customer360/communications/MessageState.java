package com.chronotech.customer360.communications;

import java.util.Locale;
import java.util.Optional;

/** What became of a message. */
public enum MessageState {
  /** Waits: for its time, for another try, or for an answer about consent. */
  QUEUED(false),
  /** Being handed over. */
  SENDING(false),
  /** Handed over: the mail server or gateway took it. Not a promise that it was read. */
  SENT(true),
  /** Not sent, because it may not be; {@link Message#reason()} tells why. */
  REFUSED(true),
  /** Given up, because nobody took it; {@link Message#reason()} tells why. */
  FAILED(true),
  /** Taken back before it was handed over. */
  CANCELLED(true),
  /**
   * Handed over without an answer, so that it may have been sent: held until somebody decides with
   * {@link MessageService#retry} or {@link MessageService#cancel}.
   */
  UNCERTAIN(false),
  /** Sent, and come back. */
  BOUNCED(true);

  private final boolean ended;
  private final String code = name().toLowerCase(Locale.ROOT);

  MessageState(boolean ended) {
    this.ended = ended;
  }

  /** Whether nothing more is done with it; a sent message may still become {@link #BOUNCED}. */
  public boolean ended() {
    return ended;
  }

  /** The stable code, such as {@code queued}. */
  public String code() {
    return code;
  }

  /** The state of a code; empty for any other text, null included. */
  public static Optional<MessageState> ofCode(String code) {
    for (MessageState state : values()) {
      if (state.code.equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
