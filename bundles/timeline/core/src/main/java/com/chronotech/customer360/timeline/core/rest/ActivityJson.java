package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.timeline.Activity;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * An activity in the contract's shape. It writes itself, since it is written twenty times a page,
 * and its metadata is JSON already.
 *
 * @param activity the activity
 */
record ActivityJson(Activity activity) implements JsonSerializable {

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    write(json);
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    write(json);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", activity.id());
    json.writeNumberField("customer_id", activity.customerId());
    json.writeStringField("activity_type", activity.type().code());
    json.writeStringField("title", activity.title());
    json.writeStringField("description", activity.description());
    json.writeFieldName("metadata");
    if (activity.metadata() == null) {
      json.writeNull();
    } else {
      json.writeRawValue(activity.metadata());
    }
    number(json, "actor_id", activity.actorId());
    json.writeStringField(
        "actor_type", activity.actorType() == null ? null : activity.actorType().code());
    json.writeStringField("actor_name", activity.actorName());
    HostReference reference = activity.reference();
    number(
        json,
        "reference_id",
        reference == null || reference.id() == 0 ? null : Long.valueOf(reference.id()));
    json.writeStringField("reference_table", reference == null ? null : reference.table());
    summary(json, activity.referenceSummary());
    json.writeStringField("created_at", activity.createdAt().toString());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, ReferenceSummary summary) throws IOException {
    if (summary == null) {
      json.writeNullField("reference");
      return;
    }
    json.writeObjectFieldStart("reference");
    json.writeStringField("label", summary.label());
    json.writeStringField("status", summary.status());
    json.writeStringField(
        "amount", summary.amount() == null ? null : summary.amount().toPlainString());
    json.writeStringField("currency", summary.currency());
    json.writeStringField("url", summary.url());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String field, Long value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, value);
    }
  }
}
