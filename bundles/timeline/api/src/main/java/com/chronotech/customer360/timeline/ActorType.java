package com.chronotech.customer360.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who did something. */
public enum ActorType {
  /** A user of the host. */
  USER,
  /** A program. */
  SYSTEM,
  /** The customer. */
  CUSTOMER;

  /** The name in the database and in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with a code, in lower case exactly; empty when there is none. */
  public static Optional<ActorType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
