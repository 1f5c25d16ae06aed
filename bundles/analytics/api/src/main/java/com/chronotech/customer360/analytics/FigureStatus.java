package com.chronotech.customer360.analytics;

import java.util.Locale;

/** Whether a figure could be told. Only {@link #OK} has a value. */
public enum FigureStatus {
  /** Told. */
  OK,
  /** Too few observations to tell. */
  NOT_ENOUGH_DATA,
  /** The host has no such table or column. */
  NOT_AVAILABLE,
  /** The customer did not agree to it (Quebec Law 25, P-39.1 s. 8.1): not computed. */
  NOT_CONSENTED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code not_enough_data}. */
  public String code() {
    return code;
  }
}
