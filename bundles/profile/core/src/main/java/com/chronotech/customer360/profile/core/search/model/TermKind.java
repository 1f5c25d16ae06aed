package com.chronotech.customer360.profile.core.search.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a term of the index was taken from. */
public enum TermKind {
  /** The customer's name. */
  NAME(1),
  /** The company. */
  COMPANY(2),
  /** An e-mail address, of the customer or of a contact. */
  EMAIL(3),
  /** A telephone number, of the customer or of a contact. */
  PHONE(4),
  /** A plate. */
  PLATE(5),
  /** A vehicle identification number. */
  VIN(6),
  /** A contact's name. */
  CONTACT(7),
  /** The city, to list by. */
  CITY(20),
  /** The type of customer, to list by. */
  TYPE(21),
  /** The level of privacy, to list by. */
  PRIVACY(22),
  /** A label set by hand, to list by. */
  LABEL(23),
  /** The whole name, to walk in order. */
  SORT_NAME(24);

  private static final Map<Integer, TermKind> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(TermKind::number, Function.identity()));

  private final int number;

  TermKind(int number) {
    this.number = number;
  }

  /** The number in the table. */
  public int number() {
    return number;
  }

  /** The name in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with a number. */
  public static TermKind of(int number) {
    return BY_NUMBER.get(number);
  }
}
