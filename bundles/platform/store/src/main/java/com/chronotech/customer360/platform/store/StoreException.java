package com.chronotech.customer360.platform.store;

/** A statement failed for a reason that neither the caller nor a repetition can mend. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception from what the driver threw. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
