package com.chronotech.customer360.profile.core.segment.model;

/** What values a piece of a rule has. */
public enum FactType {
  /** A text, or null. */
  TEXT,
  /** A number, never null. */
  NUMBER,
  /** A number, or null when it is not known. */
  NUMBER_OR_NULL,
  /** Yes or no; what is not known is no. */
  FLAG,
  /** A set of texts. */
  LABELS,
  /** The word {@code null}. */
  NULL,
  /** Refused already; nothing more is said of it. */
  REFUSED
}
