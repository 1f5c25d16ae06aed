package com.chronotech.customer360.platform.health;

/**
 * One check behind {@code /health/ready}. Registered as a service (whiteboard). A check that throws
 * is shown as failed, which is a different answer from "the system is bad".
 */
public interface HealthCheck {

  /** A short stable name, such as {@code database}. */
  String name();

  /** Checks now; must answer within two seconds. */
  Result check();

  /**
   * What a check found.
   *
   * @param up whether requests can be served
   * @param detail a sentence for an administrator; no secret, no personal data
   */
  record Result(boolean up, String detail) {}
}
