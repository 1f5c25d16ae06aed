package com.chronotech.customer360.communications.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes JSON of maps, lists and plain values. */
public final class JsonText {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** A value as JSON without blanks between its tokens. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    }
  }
}
