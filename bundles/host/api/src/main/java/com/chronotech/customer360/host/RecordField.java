package com.chronotech.customer360.host;

/**
 * A field of a record, by the one name it has whatever the host calls it.
 *
 * @param name the canonical name, such as {@code license_plate}
 * @param type what its values are
 */
public record RecordField(String name, FieldType type) {}
