package com.chronotech.customer360.itests.benchmark.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A row of the page. */
record RawActivity(
    long id,
    long customerId,
    String type,
    String title,
    String description,
    String metadata,
    Long actorId,
    String actorType,
    Long referenceId,
    String referenceTable,
    LocalDateTime createdAt) {

  static RawActivity read(ResultSet rs) throws SQLException {
    return new RawActivity(
        rs.getLong(1),
        rs.getLong(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        rs.getObject(7, Long.class),
        rs.getString(8),
        rs.getObject(9, Long.class),
        rs.getString(10),
        rs.getObject(11, LocalDateTime.class));
  }

  String referenceKey() {
    return referenceTable + ":" + referenceId;
  }

  String cursor() {
    return createdAt + "," + id;
  }

  void write(JsonGenerator out, String actorName, RawReference reference) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", id);
    out.writeNumberField("customer_id", customerId);
    out.writeStringField("activity_type", type);
    out.writeStringField("title", title);
    out.writeStringField("description", description);
    out.writeFieldName("metadata");
    out.writeRawValue(metadata == null ? "null" : metadata);
    number(out, "actor_id", actorId);
    out.writeStringField("actor_type", actorType);
    out.writeStringField("actor_name", actorName);
    number(out, "reference_id", referenceId);
    out.writeStringField("reference_table", referenceTable);
    out.writeFieldName("reference");
    if (reference == null) {
      out.writeNull();
    } else {
      reference.write(out);
    }
    out.writeStringField("created_at", createdAt + "Z");
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, Long value) throws IOException {
    out.writeFieldName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeNumber(value);
    }
  }
}
