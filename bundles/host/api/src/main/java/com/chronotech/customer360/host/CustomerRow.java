package com.chronotech.customer360.host;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A customer's own row at the host. A column that this host lacks is told apart from one that is
 * empty: {@link #has} is false for the first.
 *
 * @param id the host's id
 * @param columns the columns that this host has
 * @param values what they say, as {@link CustomerColumn} describes it. A column that is empty is
 *     absent: older screens wrote empty texts and zero dates where NULL was meant
 */
public record CustomerRow(
    long id, Set<CustomerColumn> columns, Map<CustomerColumn, String> values) {

  /** Creates a row. */
  public CustomerRow {
    columns = Set.copyOf(columns);
    values = Map.copyOf(values);
  }

  /** Whether this host has the column. */
  public boolean has(CustomerColumn column) {
    return columns.contains(column);
  }

  /** What a column says; null when it is empty or missing. */
  public String text(CustomerColumn column) {
    return values.get(column);
  }

  /** What a column of yes and no says; null when it says neither. */
  public Boolean flag(CustomerColumn column) {
    String value = values.get(column);
    return value == null ? null : Boolean.valueOf(value);
  }

  /** The name, else the company; may be empty, never null. */
  public String displayName() {
    String name = text(CustomerColumn.NAME);
    String company = text(CustomerColumn.COMPANY);
    return name != null ? name : company != null ? company : "";
  }

  /** The level of privacy as {@link HostCustomer#privacyLevelOf} reads it; never null. */
  public String privacyLevel() {
    return HostCustomer.privacyLevelOf(text(CustomerColumn.PRIVACY_LEVEL));
  }

  /** The birthday; null when unknown. */
  public LocalDate birthDate() {
    String value = text(CustomerColumn.BIRTH_DATE);
    return value == null ? null : LocalDate.parse(value);
  }

  /** When the row was made; null when unknown. */
  public Instant createdAt() {
    return instant(CustomerColumn.CREATED_AT);
  }

  /** When the row was changed last, by whomever; null when the host does not tell. */
  public Instant updatedAt() {
    return instant(CustomerColumn.UPDATED_AT);
  }

  private Instant instant(CustomerColumn column) {
    String value = text(column);
    return value == null ? null : Instant.parse(value);
  }
}
