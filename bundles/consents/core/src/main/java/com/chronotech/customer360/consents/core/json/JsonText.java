package com.chronotech.customer360.consents.core.json;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Guardian;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Texts that are JSON. */
public final class JsonText {
  private static final int DEPTH = 30;

  /** Names are the client's own words, so none is kept. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private JsonText() {}

  /** An object without blanks between its tokens; empty when the text is no JSON object. */
  public static Optional<String> compactObject(String text) {
    StringWriter out = new StringWriter(text.length());
    try (JsonParser json = FACTORY.createParser(text);
        JsonGenerator compact = FACTORY.createGenerator(out)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      compact.copyCurrentStructureExact(json);
      if (json.nextToken() != null) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  /** The personal facts that an entry's detail holds; null once they were erased. */
  public static Collected collected(String detail) {
    if (detail == null) {
      return null;
    }
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = FACTORY.createParser(detail)) {
      json.nextToken();
      flat(json, "", texts);
    } catch (IOException e) {
      throw new UncheckedIOException("a detail that is no JSON", e);
    }
    String user = texts.get("collected_by");
    String guardian = texts.get("guardian.name");
    return new Collected(
        texts.get("ip_address"),
        user == null ? null : Long.valueOf(user),
        texts.get("collector"),
        guardian == null
            ? null
            : new Guardian(
                guardian, texts.get("guardian.relationship"), texts.get("guardian.contact")),
        texts.get("evidence"));
  }

  private static void flat(JsonParser json, String prefix, Map<String, String> into)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        flat(json, name + ".", into);
      } else if (value != JsonToken.VALUE_NULL) {
        into.put(name, json.getText());
      }
    }
  }
}
