package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.communications.SendingDecision;
import java.time.Instant;

/**
 * What is to be done with a message now.
 *
 * @param step what
 * @param decision the decision that goes with it
 * @param waitsFor the reason of a wait; null for anything else
 * @param until until when it waits; null for as long as the back-off says
 * @param to where it goes; null while that is not known
 */
public record Ruling(
    Step step, SendingDecision decision, String waitsFor, Instant until, Target to) {

  /** What is to be done. */
  public enum Step {
    /** Hand it over. */
    SEND,
    /** Do not send it, now or ever. */
    REFUSE,
    /** Ask again later. */
    WAIT
  }

  /**
   * Where a message goes.
   *
   * @param address the e-mail address, or the number as E.164
   * @param masked the same for the eye
   * @param hash its keyed hash, lower-case hex
   */
  public record Target(String address, String masked, String hash) {}
}
