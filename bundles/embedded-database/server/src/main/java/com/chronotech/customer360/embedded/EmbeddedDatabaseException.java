package com.chronotech.customer360.embedded;

/** The embedded database cannot run; the message says why and what to do. */
final class EmbeddedDatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  EmbeddedDatabaseException(String message) {
    super(message);
  }

  EmbeddedDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
