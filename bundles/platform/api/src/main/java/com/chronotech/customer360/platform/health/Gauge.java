package com.chronotech.customer360.platform.health;

/**
 * A number that {@code /metrics} shows as {@code customer360_<name>}. Registered as a service
 * (whiteboard); must be thread-safe.
 */
public interface Gauge {

  /** Lower case with underscores, without the prefix; stable. */
  String name();

  /** A sentence on what is measured, with its unit. */
  String help();

  /** The number now; cheap, without input or output. */
  double value();

  /** A gauge of a supplier. */
  static Gauge of(String name, String help, java.util.function.DoubleSupplier value) {
    return new Gauge() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String help() {
        return help;
      }

      @Override
      public double value() {
        return value.getAsDouble();
      }
    };
  }
}
