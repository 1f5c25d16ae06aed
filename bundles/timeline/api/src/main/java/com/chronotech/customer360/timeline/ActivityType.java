package com.chronotech.customer360.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The brief's thirteen types of activity. */
public enum ActivityType {
  /** A work order. */
  WORKORDER,
  /** An invoice. */
  INVOICE,
  /** A payment. */
  PAYMENT,
  /** A quote. */
  QUOTE,
  /** An e-mail. */
  EMAIL,
  /** A text message. */
  SMS,
  /** A telephone call. */
  CALL,
  /** A document. */
  DOCUMENT,
  /** An appointment. */
  APPOINTMENT,
  /** A note. */
  NOTE,
  /** A consent given, refused or withdrawn. */
  CONSENT,
  /** A vehicle added. */
  VEHICLE_ADDED,
  /** Anything the system did. */
  SYSTEM;

  private static final Map<String, ActivityType> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(ActivityType::code, Function.identity()));

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the database and in JSON, such as {@code vehicle_added}. */
  public String code() {
    return code;
  }

  /** The type with a code, in lower case exactly; empty when there is none. */
  public static Optional<ActivityType> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
