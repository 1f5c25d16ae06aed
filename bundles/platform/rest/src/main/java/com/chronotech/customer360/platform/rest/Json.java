package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The JSON of all our addresses: {@code snake_case}, times as ISO-8601 with {@code Z}, nulls
 * written. Thread-safe.
 */
public final class Json {
  /** Deeper bodies are refused: nothing of ours nests so far, and the stack is not for sale. */
  private static final int DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // An emoji is one character of four bytes, and not two escapes.
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // What a client sent as 1.50 is kept as 1.50.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer();
  private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);

  private Json() {}

  /** The shared mapper, for streaming; must not be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A value as UTF-8 JSON. */
  public static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws ProblemException of kind {@code BAD_REQUEST}, code {@code request.unreadable_json},
   *     when it is not one whole JSON document, names a key twice or nests deeper than 64
   */
  public static JsonNode read(byte[] utf8) {
    try {
      JsonNode node = TREE.readValue(utf8);
      if (node == null || node.isMissingNode()) {
        throw unreadable(null);
      }
      return node;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ProblemException unreadable(Throwable cause) {
    return new ProblemException(
        ProblemException.Kind.BAD_REQUEST,
        "request.unreadable_json",
        LocalizedText.of(Json.class, "request.unreadable_json"),
        cause);
  }
}
