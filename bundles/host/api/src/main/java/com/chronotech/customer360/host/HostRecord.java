package com.chronotech.customer360.host;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A contact, an address or a vehicle of a customer.
 *
 * @param kind what it is
 * @param id the host's id, unique within {@code table}
 * @param customerId whose it is
 * @param fields every field of the {@linkplain RecordKind#fields() kind} by its canonical name, in
 *     their order, with a value of {@link FieldType#javaType()} or null when it is empty;
 *     unmodifiable. {@code is_primary} is never null where the kind has it
 * @param createdAt when it was made; null when the host does not tell
 * @param updatedAt when it was changed last, at the host or beside it; null when neither tells
 * @param version 1 for a record as the host made it, greater by one with each change through {@link
 *     HostRecords}. Changes by the host's own screens show in {@code updatedAt} alone
 * @param table the host's table it stands in
 */
public record HostRecord(
    RecordKind kind,
    long id,
    long customerId,
    Map<String, Object> fields,
    Instant createdAt,
    Instant updatedAt,
    int version,
    String table) {

  /** Creates a record. */
  public HostRecord {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A field's text; null when it is empty or not a text. */
  public String text(String field) {
    return fields.get(field) instanceof String text ? text : null;
  }

  /** Whether it is the primary one of its kind; false for kinds that have none. */
  public boolean primary() {
    return Boolean.TRUE.equals(fields.get(RecordKind.IS_PRIMARY));
  }

  /** Points at the host's row. */
  public HostReference reference() {
    return new HostReference(table, id);
  }
}
