package com.chronotech.customer360.timeline.core.json;

import com.chronotech.customer360.timeline.core.json.JsonText.Unfaithful;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON values with their numbers as written: maps, lists, texts, numbers, truths and null. */
final class JsonValues {

  /** A number as it was written; servers keep 64-bit integers and doubles. */
  record Num(String literal) {

    boolean survives() {
      if (literal.length() <= 15 && literal.indexOf('e') < 0 && literal.indexOf('E') < 0) {
        return true;
      }
      if (literal.length() > 400) {
        return false;
      }
      double nearest = Double.parseDouble(literal);
      if (Double.isInfinite(nearest)) {
        return false;
      }
      BigDecimal exact = new BigDecimal(literal);
      if (literal.matches("-?[0-9]+")) {
        try {
          exact.longValueExact();
          return true;
        } catch (ArithmeticException e) {
          return false;
        }
      }
      return new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0;
    }
  }

  private JsonValues() {}

  /** Reads the value at the parser's token, with so many levels of nesting at most. */
  static Object read(JsonParser json, int levels) throws IOException, Unfaithful {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new Unfaithful("not_json");
    }
    if (token.isStructStart() && levels == 0) {
      throw new Unfaithful("too_deep");
    }
    return switch (token) {
      case START_OBJECT -> object(json, levels - 1);
      case START_ARRAY -> array(json, levels - 1);
      case VALUE_STRING -> text(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new Unfaithful("not_json");
    };
  }

  private static Map<String, Object> object(JsonParser json, int levels)
      throws IOException, Unfaithful {
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = text(json.currentName());
      json.nextToken();
      Object value = read(json, levels);
      if (object.containsKey(key)) {
        throw new Unfaithful("duplicate_key");
      }
      object.put(key, value);
    }
    return object;
  }

  private static List<Object> array(JsonParser json, int levels) throws IOException, Unfaithful {
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(json, levels));
    }
    return array;
  }

  private static String text(String text) throws Unfaithful {
    // No UTF-8 can carry half of a surrogate pair.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Unfaithful("lone_surrogate");
    }
    return text;
  }

  private static Num number(String literal) throws Unfaithful {
    Num number = new Num(literal);
    if (!number.survives()) {
      throw new Unfaithful("number_too_precise");
    }
    return number;
  }

  static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> array) {
      json.writeStartArray();
      for (Object inner : array) {
        write(inner, json);
      }
      json.writeEndArray();
    } else if (value instanceof Num number) {
      json.writeNumber(number.literal());
    } else {
      json.writeObject(value);
    }
  }

  /** The value with its keys in one order and its numbers in one spelling. */
  static Object canonical(Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> sorted = new TreeMap<>();
      object.forEach((key, inner) -> sorted.put((String) key, canonical(inner)));
      return sorted;
    }
    if (value instanceof List<?> array) {
      return array.stream().map(JsonValues::canonical).toList();
    }
    if (value instanceof Num number) {
      return new BigDecimal(number.literal()).stripTrailingZeros();
    }
    return Optional.ofNullable(value);
  }
}
