package com.chronotech.customer360.timeline.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * JSON as both servers keep it without loss. MySQL holds numbers as doubles or 64-bit integers and
 * MariaDB gives up at 32 levels; what would not come back as it was sent is refused here instead.
 */
public final class JsonText {

  /** Levels of nesting that both servers take. */
  static final int MAX_DEPTH = 30;

  /** A text that is not JSON, or that a server would not keep as it is. */
  public static final class Unfaithful extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Unfaithful(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    /** The last word of the violation's code, such as {@code not_json}. */
    public String code() {
      return code;
    }
  }

  /**
   * Names are the client's own words, so none is kept; how long texts may be is ruled elsewhere.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          // As MySQL itself spells escapes.
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** The last character that is one {@code char} for certain. */
  private static final int BEFORE_SURROGATES = 0xd7ff;

  private JsonText() {}

  /** Writes one value. */
  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /**
   * The object without blanks between its tokens, keys in the order given.
   *
   * @param asciiBeyondBmp whether characters of four UTF-8 bytes are written as escapes, for
   *     columns that cannot hold them
   * @throws Unfaithful if the text is no JSON object or would not be kept as it is
   */
  public static String compactObject(String text, boolean asciiBeyondBmp) throws Unfaithful {
    Map<String, Object> object = parseObject(text);
    return written(
        json -> {
          if (asciiBeyondBmp) {
            json.setHighestNonEscapedChar(BEFORE_SURROGATES);
          }
          JsonValues.write(object, json);
        });
  }

  /** Whether two texts say the same: the order of keys and the spelling of numbers aside. */
  public static boolean sameValue(String one, String other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    try {
      return JsonValues.canonical(parseObject(one))
          .equals(JsonValues.canonical(parseObject(other)));
    } catch (Unfaithful e) {
      return one.equals(other);
    }
  }

  /** A text as a JSON string, quotes included. */
  public static String quote(String value) {
    return written(json -> json.writeString(value));
  }

  /** Whether a text is a JSON object, whatever its numbers and depth. */
  public static boolean isObject(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, Object> parseObject(String text) throws Unfaithful {
    try (JsonParser json = FACTORY.createParser(text)) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      // An array or a number is JSON, but tells nothing by name.
      Object value = JsonValues.read(json, MAX_DEPTH);
      if (json.nextToken() != null) {
        throw new Unfaithful("not_json");
      }
      if (!object) {
        throw new Unfaithful("not_an_object");
      }
      @SuppressWarnings("unchecked") // what begins as an object is read as such a map
      Map<String, Object> map = (Map<String, Object>) value;
      return map;
    } catch (IOException e) {
      throw new Unfaithful("not_json");
    }
  }

  private static String written(Writing value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      value.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes all", e);
    }
    return out.toString();
  }
}
