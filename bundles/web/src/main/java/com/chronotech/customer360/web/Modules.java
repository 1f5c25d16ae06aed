package com.chronotech.customer360.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Imports of ES modules. Browsers follow relative ones; the bare names by which webjars import each
 * other are written as relative ones, since an import map would be an inline script.
 */
final class Modules {
  private static final Pattern IMPORT =
      Pattern.compile("((?<![.\\w])(?:from|import)\\s*)\"([@\\w./-]+)\"");

  /** Lines that are a comment and nothing else: a sixth of what scripts weigh. */
  static final Pattern COMMENT =
      Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*\\*(?:[^*]|\\*(?!/))*+\\*/)[ \\t]*\\n");

  private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

  /** Names without a path, and the files that they mean. */
  private static final Map<String, String> BARE =
      Map.of(
          "lit", "vendor/lit/index.js",
          "lit-html", "vendor/lit-html/lit-html.js",
          "lit-element", "vendor/lit-element/lit-element.js",
          "@lit/reactive-element", "vendor/lit__reactive-element/reactive-element.js");

  private Modules() {}

  /** A module's text with each import relative, and without comments where it is one of ours. */
  static String resolved(String path, String text) {
    String plain =
        path.startsWith("vendor/")
            ? SOURCE_MAP.matcher(text).replaceAll("")
            : COMMENT.matcher(text).replaceAll("");
    return IMPORT
        .matcher(plain)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + '"' + relative(path, found.group(2)) + '"'));
  }

  /** The modules that an entry needs before it runs, itself first, each once. */
  static List<String> needed(Assets assets, List<String> entries) {
    Set<String> found = new LinkedHashSet<>(entries);
    Deque<String> open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      String path = open.pop();
      Matcher imports = IMPORT.matcher(assets.text(path));
      while (imports.find()) {
        String target = absolute(path, imports.group(2));
        if (assets.find(target).isPresent() && found.add(target)) {
          open.add(target);
        }
      }
    }
    return new ArrayList<>(found);
  }

  private static String relative(String path, String wanted) {
    if (wanted.startsWith(".")) {
      return wanted;
    }
    String target = BARE.get(wanted);
    if (target == null) {
      target = "vendor/" + wanted;
    }
    return "../".repeat((int) path.chars().filter(c -> c == '/').count()) + target;
  }

  private static String absolute(String path, String wanted) {
    Deque<String> parts = new ArrayDeque<>(List.of(path.split("/", -1)));
    parts.removeLast();
    for (String part : wanted.split("/", -1)) {
      if (part.equals("..")) {
        parts.removeLast();
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
