package com.chronotech.customer360.itests.benchmark;

import java.util.Locale;

/** What can be measured by itself: {@code --only timeline}. */
enum Part {
  /** Pages and recordings of the timeline. */
  TIMELINE,
  /** Asking for consents, recording them, and verifying their ledger. */
  CONSENTS,
  /** Searching for customers. */
  SEARCH;

  static Part of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no part of the benchmark: " + word, e);
    }
  }
}
