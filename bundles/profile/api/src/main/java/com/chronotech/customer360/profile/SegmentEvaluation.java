package com.chronotech.customer360.profile;

import java.time.Instant;
import java.util.List;

/**
 * What an evaluation did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param customers how many customers were looked at
 * @param outcomes a line a rule, by label
 * @param consentsKnown whether consents could be asked; when not, rules that are profiling changed
 *     nothing
 * @param startedAt when it began
 * @param finishedAt when it ended
 */
public record SegmentEvaluation(
    boolean dryRun,
    long customers,
    List<Outcome> outcomes,
    boolean consentsKnown,
    Instant startedAt,
    Instant finishedAt) {

  /** Creates an evaluation. */
  public SegmentEvaluation {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What became of one segment.
   *
   * @param label the segment
   * @param version the rule's version; 0 for memberships whose rule is gone or deactivated
   * @param members how many are in after it
   * @param joined how many joined
   * @param left how many left
   * @param withoutConsent how many were not looked at, since they did not agree to profiling
   * @param samples a few of those who joined, with the reason
   */
  public record Outcome(
      String label,
      int version,
      long members,
      long joined,
      long left,
      long withoutConsent,
      List<SegmentMembership> samples) {
    /** Creates a line. */
    public Outcome {
      samples = List.copyOf(samples);
    }
  }
}
