package com.chronotech.customer360.profile.core.search.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes texts apart. Blanks and most signs part words for good; apostrophes, hyphens, full stops
 * and the like part them softly: {@code L'Étoile} is {@code l}, {@code etoile} and {@code letoile}.
 */
final class Words {
  private static final String SOFT = "'’‘ʼ`´′-‐‑‒–—−._&+/";

  private Words() {}

  /** The words of a text and the joined forms of those that are parted softly, each once. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String chunk : chunks(text)) {
      List<String> parts = parts(chunk);
      words.addAll(parts);
      if (parts.size() > 1) {
        words.add(String.join("", parts));
      }
    }
    return words;
  }

  /** What stands between blanks and hard signs, folded. */
  static List<String> chunks(String text) {
    return split(Folding.fold(text), true);
  }

  /** The parts of a chunk. */
  static List<String> parts(String chunk) {
    return split(chunk, false);
  }

  /** Letters and digits alone, folded. */
  static String joined(String text) {
    return String.join("", parts(Folding.fold(text)));
  }

  private static List<String> split(String folded, boolean keepsSoft) {
    List<String> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Folding.isWord(c) || (keepsSoft && SOFT.indexOf(c) >= 0)) {
        open.appendCodePoint(c);
      } else if (open.length() > 0) {
        found.add(open.toString());
        open.setLength(0);
      }
    }
    if (open.length() > 0) {
      found.add(open.toString());
    }
    return found;
  }
}
