package com.chronotech.customer360.platform.health;

/**
 * One check behind {@code /health} and, where requests cannot be served without what it checks,
 * also behind {@code /health/ready}. Registered as a service (whiteboard). A check that throws is
 * shown as failed, which is a different answer from "the system is bad".
 */
public interface HealthCheck {

  /** A short stable name, such as {@code database}. */
  String name();

  /** Checks now; must answer within two seconds. */
  Result check();

  /**
   * Whether this node cannot serve requests while the check fails, so that a balancer should send
   * them elsewhere. What is at fault on every node alike, or only must be looked at by somebody, is
   * not such: it fails {@code /health} and leaves {@code /health/ready} alone. Always the same
   * answer; true unless overridden.
   */
  default boolean isNeededToServe() {
    return true;
  }

  /**
   * What a check found.
   *
   * @param up whether what is checked is in order
   * @param detail a sentence for an administrator; no secret, no personal data
   */
  record Result(boolean up, String detail) {}
}
