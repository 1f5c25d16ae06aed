package com.chronotech.customer360.profile.core.search.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Writes texts as they are compared: lower case, without accents, ligatures opened. Scripts other
 * than Latin, Greek, Cyrillic, Hebrew and Arabic keep their marks, which are vowels there.
 */
public final class Folding {
  /** Letters that Unicode takes for letters of their own, where a keyboard without them writes. */
  private static final Map<Integer, String> SPELT =
      Map.of(
          (int) 'ß', "ss", (int) 'œ', "oe", (int) 'æ', "ae", (int) 'ø', "o", (int) 'ł', "l",
          (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i", (int) 'ς', "σ");

  private Folding() {}

  /** The folded text; never null. */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    boolean strips = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        if (!strips) {
          folded.appendCodePoint(c);
        }
        continue;
      }
      strips = losesMarks(c);
      String spelt = SPELT.get(c);
      if (spelt == null) {
        folded.appendCodePoint(c);
      } else {
        folded.append(spelt);
      }
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Whether a character belongs to a word. */
  static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  /** Whether a single character is a word, as in Chinese. */
  static boolean isWordAlone(int c) {
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA, HANGUL -> true;
          default -> false;
        };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean losesMarks(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, COMMON, INHERITED -> true;
      default -> false;
    };
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
