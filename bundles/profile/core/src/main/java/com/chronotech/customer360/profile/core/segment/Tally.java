package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.profile.SegmentEvaluation.Outcome;
import com.chronotech.customer360.profile.SegmentMembership;
import java.util.ArrayList;
import java.util.List;

/** What becomes of one segment, counted set by set. Not thread-safe. */
final class Tally {
  private static final int SAMPLES = 5;

  private long members;
  private long joined;
  private long left;
  private long withoutConsent;
  private final List<SegmentMembership> samples = new ArrayList<>();

  void stays() {
    members++;
  }

  void joins(SegmentMembership membership) {
    members++;
    joined++;
    if (samples.size() < SAMPLES) {
      samples.add(membership);
    }
  }

  void leaves() {
    left++;
  }

  void withoutConsent() {
    withoutConsent++;
  }

  /** Adds what one more set came to. */
  void add(Tally other) {
    members += other.members;
    joined += other.joined;
    left += other.left;
    withoutConsent += other.withoutConsent;
    other.samples.stream().limit(SAMPLES - (long) samples.size()).forEach(samples::add);
  }

  Outcome outcome(String label, int version) {
    return new Outcome(label, version, members, joined, left, withoutConsent, samples);
  }
}
