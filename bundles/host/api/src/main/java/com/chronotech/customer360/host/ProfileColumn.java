package com.chronotech.customer360.host;

/** The six columns of version 1.5, which are Customer 360's to write. */
public enum ProfileColumn {
  /** The language: a {@code String}. */
  LANGUAGE_CODE(CustomerColumn.LANGUAGE_CODE),
  /** The time zone: a {@code String}. */
  TIMEZONE(CustomerColumn.TIMEZONE),
  /** The segments: JSON as a {@code String}. */
  SEGMENTS(CustomerColumn.SEGMENTS),
  /** The level of privacy: a {@code String}. */
  PRIVACY_LEVEL(CustomerColumn.PRIVACY_LEVEL),
  /** The channel preferred: a {@code String}. */
  PREFERRED_CONTACT_CHANNEL(CustomerColumn.PREFERRED_CONTACT_CHANNEL),
  /** Whether taxes are not charged: a {@code Boolean}. */
  TAX_EXEMPT(CustomerColumn.TAX_EXEMPT);

  private final CustomerColumn column;

  ProfileColumn(CustomerColumn column) {
    this.column = column;
  }

  /** The column by which a {@link CustomerRow} tells it. */
  public CustomerColumn column() {
    return column;
  }

  /** The name in JSON, such as {@code tax_exempt}. */
  public String code() {
    return column.code();
  }

  /** What a value is: {@code String} or {@code Boolean}. */
  public Class<?> type() {
    return this == TAX_EXEMPT ? Boolean.class : String.class;
  }
}
