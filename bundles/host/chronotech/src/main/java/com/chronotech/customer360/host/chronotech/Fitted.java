package com.chronotech.customer360.host.chronotech;

/**
 * What a column can take of a value.
 *
 * @param stored what to write, as {@code String} or {@code Long}; null for nothing
 * @param exact whether that says the value whole
 * @param storable whether there is anything near the value to write at all
 */
record Fitted(Object stored, boolean exact, boolean storable) {
  /** Nothing near it can be written. */
  static final Fitted NOT = new Fitted(null, false, false);

  static Fitted exactly(Object stored) {
    return new Fitted(stored, true, true);
  }

  static Fitted nearest(Object stored) {
    return new Fitted(stored, false, true);
  }
}
