package com.chronotech.customer360.profile.core.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the labels that a host's column of JSON holds. */
public final class Labels {
  private static final JsonFactory JSON = new JsonFactory();

  private Labels() {}

  /**
   * The texts of a JSON array, in order; empty for null and for what is no such array: a host's own
   * scripts may have written anything.
   */
  public static List<String> of(String json) {
    List<String> labels = new ArrayList<>();
    if (json == null) {
      return labels;
    }
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return labels;
      }
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        labels.add(parser.getText());
      }
      return labels;
    } catch (IOException e) {
      return List.of();
    }
  }
}
