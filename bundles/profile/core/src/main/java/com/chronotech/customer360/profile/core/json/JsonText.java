package com.chronotech.customer360.profile.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON as text: maps, lists, texts, numbers and booleans. */
public final class JsonText {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A value that was read; {@code value} is null for JSON's null. */
  public record Read(Object value) {}

  private JsonText() {}

  /** The value that a text is; empty when it is no JSON. */
  public static Optional<Read> read(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new Read(MAPPER.readValue(text, Object.class)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A value as JSON without blanks between its tokens. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    }
  }
}
