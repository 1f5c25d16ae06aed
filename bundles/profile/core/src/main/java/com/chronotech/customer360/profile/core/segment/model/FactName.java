package com.chronotech.customer360.profile.core.segment.model;

import com.chronotech.customer360.host.CustomerColumn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a rule can ask of a customer by a name. */
public enum FactName {
  /** The language, such as {@code fr-CA}. */
  LANGUAGE(FactType.TEXT, CustomerColumn.LANGUAGE_CODE),
  /** The time zone. */
  TIMEZONE(FactType.TEXT, CustomerColumn.TIMEZONE),
  /** The level of privacy; never null. */
  PRIVACY_LEVEL(FactType.TEXT, CustomerColumn.PRIVACY_LEVEL),
  /** The channel preferred. */
  CHANNEL(FactType.TEXT, CustomerColumn.PREFERRED_CONTACT_CHANNEL),
  /** The city. */
  CITY(FactType.TEXT, CustomerColumn.CITY),
  /** The province. */
  PROVINCE(FactType.TEXT, CustomerColumn.PROVINCE),
  /** The postal code. */
  POSTAL_CODE(FactType.TEXT, CustomerColumn.POSTAL_CODE),
  /** The host's type of customer. */
  CUSTOMER_TYPE(FactType.TEXT, CustomerColumn.CUSTOMER_TYPE),
  /** The host's status word. */
  STATUS(FactType.TEXT, CustomerColumn.STATUS),
  /** Whether taxes are not charged. */
  TAX_EXEMPT(FactType.FLAG, CustomerColumn.TAX_EXEMPT),
  /** Whether the customer is active. */
  IS_ACTIVE(FactType.FLAG, CustomerColumn.IS_ACTIVE),
  /** The labels set by hand. */
  LABELS(FactType.LABELS, CustomerColumn.SEGMENTS),
  /** Whole days since the host made the customer's row. */
  CUSTOMER_AGE_DAYS(FactType.NUMBER_OR_NULL, CustomerColumn.CREATED_AT),
  /** How many vehicles the customer has. */
  VEHICLES(FactType.NUMBER, null);

  private static final Map<String, FactName> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(FactName::code, Function.identity()));

  private final FactType type;
  private final CustomerColumn column;

  FactName(FactType type, CustomerColumn column) {
    this.type = type;
    this.column = column;
  }

  /** The name in rules. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its values are. */
  public FactType type() {
    return type;
  }

  /** The host's column it comes from; null for what is counted. */
  public CustomerColumn column() {
    return column;
  }

  /** The fact with a name; empty when there is none. */
  public static Optional<FactName> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
