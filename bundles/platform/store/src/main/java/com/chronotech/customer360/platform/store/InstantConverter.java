package com.chronotech.customer360.platform.store;

import java.time.Instant;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Holds an {@code Instant} attribute in a UTC {@code DATETIME(6)} or {@code TIMESTAMP(6)} column.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, String> {

  @Override
  public String convertToDatabaseColumn(Instant attribute) {
    return attribute == null ? null : UtcTimes.toSql(attribute);
  }

  @Override
  public Instant convertToEntityAttribute(String dbData) {
    return UtcTimes.parse(dbData);
  }
}
