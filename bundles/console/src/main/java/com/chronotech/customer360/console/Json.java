package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.Activity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON for scripts: {@code snake_case}, as the REST addresses name things; one value, indented. */
final class Json {

  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private Json() {}

  static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object with its fields in the order given: name, value, name, value … */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static String text(Object value) {
    return value == null ? null : value.toString();
  }

  static Map<String, Object> activity(Activity activity) {
    return object(
        "id", activity.id(),
        "customer_id", activity.customerId(),
        "activity_type", activity.type().code(),
        "title", activity.title(),
        "description", activity.description(),
        "metadata", activity.metadata() == null ? null : new RawValue(activity.metadata()),
        "actor_id", activity.actorId(),
        "actor_type", activity.actorType() == null ? null : activity.actorType().code(),
        "actor_name", activity.actorName(),
        "reference_id", activity.reference() == null ? null : activity.reference().id(),
        "reference_table", activity.reference() == null ? null : activity.reference().table(),
        "reference_label",
            activity.referenceSummary() == null ? null : activity.referenceSummary().label(),
        "created_at", text(activity.createdAt()));
  }
}
