package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.core.rest.ExportFormat.Writer;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an export as one JSON document, or one a line. The document ends with the number of its
 * activities, so that one that broke off cannot be taken for a whole one.
 */
final class JsonExportWriter implements Writer {
  private final JsonGenerator json;
  private final boolean document;
  private long count;

  private JsonExportWriter(OutputStream out, boolean document) throws IOException {
    this.document = document;
    this.json = Json.mapper().getFactory().createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter(document ? "" : "\n"));
  }

  static Writer document(OutputStream out) throws IOException {
    JsonExportWriter writer = new JsonExportWriter(out, true);
    writer.json.writeStartObject();
    writer.json.writeBooleanField("success", true);
    writer.json.writeArrayFieldStart("activities");
    return writer;
  }

  static Writer lines(OutputStream out) throws IOException {
    return new JsonExportWriter(out, false);
  }

  @Override
  public void write(Activity activity) throws IOException {
    new ActivityJson(activity).write(json);
    count++;
  }

  @Override
  public void end() throws IOException {
    if (document) {
      json.writeEndArray();
      json.writeNumberField("count", count);
      json.writeEndObject();
    } else if (count > 0) {
      json.writeRaw('\n');
    }
    json.flush();
  }
}
