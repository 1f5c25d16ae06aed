package com.chronotech.customer360.host;

import java.util.Locale;

/** What a host may hold of a customer in the customer's own row. */
public enum CustomerColumn {
  /** The name. */
  NAME,
  /** The company. */
  COMPANY,
  /** The e-mail address. */
  EMAIL,
  /** The telephone number. */
  PHONE,
  /** The mobile number. */
  MOBILE,
  /** The address, in one text. */
  ADDRESS,
  /** The postal code. */
  POSTAL_CODE,
  /** The city. */
  CITY,
  /** The province. */
  PROVINCE,
  /** The country. */
  COUNTRY,
  /** The host's status word, such as {@code actif}. */
  STATUS,
  /** Whether the customer is active; {@code true} or {@code false}. */
  IS_ACTIVE,
  /** The host's type of customer. */
  CUSTOMER_TYPE,
  /** The sales or service zone. */
  ZONE,
  /** The payment terms, such as {@code 30j}. */
  PAYMENT_TERMS,
  /** How the host's older screens say the customer prefers to be reached. */
  PREFERRED_CONTACT_METHOD,
  /** The company's registration number. */
  SIRET,
  /** The tax number. */
  TAX_NUMBER,
  /** The host's notes. */
  NOTES,
  /**
   * The birthday, an ISO-8601 date; of a column {@code birth_date}, {@code date_of_birth} or {@code
   * birthday}.
   */
  BIRTH_DATE,
  /** When the row was made, an ISO-8601 instant. */
  CREATED_AT,
  /** When the row was changed last, an ISO-8601 instant. */
  UPDATED_AT,
  /** The language, as it is stored. */
  LANGUAGE_CODE,
  /** The time zone, as it is stored. */
  TIMEZONE,
  /** The segments: JSON text as it is stored. */
  SEGMENTS,
  /** The level of privacy, as it is stored. */
  PRIVACY_LEVEL,
  /** The channel preferred. */
  PREFERRED_CONTACT_CHANNEL,
  /** Whether taxes are not charged; {@code true} or {@code false}. */
  TAX_EXEMPT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in JSON, such as {@code postal_code}. */
  public String code() {
    return code;
  }
}
