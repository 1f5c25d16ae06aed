package com.chronotech.customer360.host.chronotech;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Which characters a column's character set holds. */
final class Characters {
  private static final int LAST_OF_THREE_BYTES = 0xFFFF;

  private Characters() {}

  /** The nearest text that a column holds: itself when it holds all of it. */
  static String fitting(HostColumn column, String text) {
    IntPredicate held = heldBy(column.charset());
    StringBuilder fitting = new StringBuilder(text.length());
    text.codePoints().forEach(c -> fitting.appendCodePoint(held.test(c) ? c : '?'));
    String whole = fitting.toString();
    boolean counted = column.type().endsWith("char");
    long room = counted ? column.characters() : column.bytes();
    long size =
        counted
            ? whole.codePointCount(0, whole.length())
            : whole.getBytes(StandardCharsets.UTF_8).length;
    if (size <= room) {
      return whole;
    }
    // A character takes four bytes at most.
    int kept = (int) (counted ? room : room / 4);
    return whole.substring(0, whole.offsetByCodePoints(0, kept));
  }

  /** Of a set not known here only ASCII is sure to be held. */
  private static IntPredicate heldBy(String charset) {
    return switch (charset == null ? "" : charset) {
      case "utf8mb4", "utf16", "utf16le", "utf32" -> c -> true;
      case "utf8", "utf8mb3", "ucs2" -> c -> c <= LAST_OF_THREE_BYTES;
      case "latin1" -> encodable("windows-1252");
      case "latin2" -> encodable("ISO-8859-2");
      case "latin9" -> encodable("ISO-8859-15");
      case "cp1250" -> encodable("windows-1250");
      default -> c -> c < 0x80;
    };
  }

  private static IntPredicate encodable(String name) {
    CharsetEncoder encoder = Charset.forName(name).newEncoder();
    return c -> encoder.canEncode(Character.toString(c));
  }
}
