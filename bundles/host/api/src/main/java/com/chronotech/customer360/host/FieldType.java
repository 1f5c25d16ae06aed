package com.chronotech.customer360.host;

import java.math.BigDecimal;
import java.time.LocalTime;

/** What the values of a field are. */
public enum FieldType {
  /** {@code String}. */
  TEXT(String.class),
  /** {@code Boolean}. */
  FLAG(Boolean.class),
  /** {@code Long}. */
  WHOLE(Long.class),
  /** {@code BigDecimal}. */
  DECIMAL(BigDecimal.class),
  /** {@code LocalTime}, to the second. */
  TIME(LocalTime.class);

  private final Class<?> javaType;

  FieldType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The class of the values. */
  public Class<?> javaType() {
    return javaType;
  }
}
