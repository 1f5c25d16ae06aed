package com.chronotech.customer360.platform.store;

/**
 * The database gave up a transaction because it met another: a deadlock, a lock waited for in vain,
 * or a certification failure of a cluster. The whole transaction can be tried again.
 */
public final class SerializationConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a conflict from what the driver or the transaction manager threw. */
  public SerializationConflict(Throwable cause) {
    super("serialization conflict", cause);
  }
}
