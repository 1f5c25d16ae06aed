package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.timeline.core.model.JsonText.Num;
import java.util.List;
import java.util.Map;

/** Writes what {@link JsonText} read, without blanks between tokens. */
final class JsonWriting {

  private JsonWriting() {}

  static String write(Object value, boolean asciiBeyondBmp) {
    StringBuilder out = new StringBuilder();
    write(value, out, asciiBeyondBmp);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out, boolean ascii) {
    if (value instanceof Map<?, ?> object) {
      char separator = '{';
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        out.append(separator);
        writeString((String) entry.getKey(), out, ascii);
        out.append(':');
        write(entry.getValue(), out, ascii);
        separator = ',';
      }
      out.append(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> array) {
      char separator = '[';
      for (Object inner : array) {
        out.append(separator);
        write(inner, out, ascii);
        separator = ',';
      }
      out.append(array.isEmpty() ? "[]" : "]");
    } else if (value instanceof Num number) {
      out.append(number.text());
    } else if (value instanceof String string) {
      writeString(string, out, ascii);
    } else {
      out.append(value);
    }
  }

  private static void writeString(String value, StringBuilder out, boolean asciiBeyondBmp) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || (asciiBeyondBmp && Character.isSurrogate(c))) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
