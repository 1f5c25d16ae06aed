package com.chronotech.customer360.sections.core.rest;

import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionWords;
import com.chronotech.customer360.sections.core.Loaded;
import com.chronotech.customer360.sections.core.model.SectionProblems;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A section as a fragment of a page: headings, description lists and tables, without script or
 * style. What has no word of the section's own is left out. For one thread.
 */
final class Fragment {
  private static final int DEEPEST_HEADING = 6;

  private final Loaded loaded;
  private final Locale locale;
  private final SectionWords words;
  private final ShownValue values;
  private final StringBuilder out = new StringBuilder(4096);

  Fragment(Loaded loaded, Locale locale, ZoneId zone) {
    this.loaded = loaded;
    this.locale = locale;
    this.words = loaded.words();
    this.values = new ShownValue(words, locale, zone);
  }

  /** The fragment, with every text escaped. */
  String html() {
    String id = "c360-" + loaded.name();
    out.append("<section class=\"c360-section\" id=\"")
        .append(Escape.html(id))
        .append("\" data-customer=\"")
        .append(loaded.customerId())
        .append("\" lang=\"")
        .append(Escape.html(locale.toLanguageTag()))
        .append("\" aria-labelledby=\"")
        .append(Escape.html(id))
        .append("-title\">\n<h2 id=\"")
        .append(Escape.html(id))
        .append("-title\">")
        .append(Escape.html(title()))
        .append("</h2>\n");
    if (loaded.availability().available()) {
      JsonNode data = Json.mapper().valueToTree(loaded.data().values());
      object((ObjectNode) data, "", 3, null);
    } else {
      out.append("<p role=\"status\">")
          .append(Escape.html(SectionAnswers.words(loaded.availability()).in(locale)))
          .append("</p>\n");
    }
    return out.append("</section>\n").toString();
  }

  private String title() {
    Optional<String> own = words.find(locale, "title");
    return own.orElseGet(() -> said("sections.title." + loaded.name()).orElse(loaded.name()));
  }

  private Optional<String> said(String key) {
    return Section.NAMES.contains(loaded.name())
        ? Optional.of(SectionProblems.text(key).in(locale))
        : Optional.empty();
  }

  /** The plain fields of an object as one list, then what lies deeper. */
  private void object(ObjectNode node, String path, int heading, String currency) {
    String money = ShownValue.currency(node, currency);
    List<Map.Entry<String, JsonNode>> deeper = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    node.properties()
        .forEach(
            field -> {
              String at = ShownValue.path(path, field.getKey());
              Optional<String> label = words.find(locale, at);
              if (nests(field.getValue())) {
                deeper.add(field);
              } else if (label.isPresent()) {
                list.append("<dt>")
                    .append(Escape.html(label.get()))
                    .append("</dt><dd>")
                    .append(values.html(field.getValue(), at, money))
                    .append("</dd>\n");
              }
            });
    if (!list.isEmpty()) {
      out.append("<dl>\n").append(list).append("</dl>\n");
    }
    for (Map.Entry<String, JsonNode> field : deeper) {
      String at = ShownValue.path(path, field.getKey());
      words
          .find(locale, at)
          .ifPresent(label -> deeper(field.getValue(), at, label, heading, money));
    }
  }

  private void deeper(JsonNode node, String path, String label, int heading, String currency) {
    if (node.isArray()) {
      table(node, path, label, currency);
    } else {
      String tag = "h" + Math.min(heading, DEEPEST_HEADING);
      out.append('<').append(tag).append('>').append(Escape.html(label));
      out.append("</").append(tag).append(">\n");
      object((ObjectNode) node, path, heading + 1, currency);
    }
  }

  private void table(JsonNode rows, String path, String label, String currency) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> paths = new LinkedHashSet<>();
    rows.forEach(row -> paths.addAll(values.flat(row, path).keySet()));
    paths.forEach(at -> words.find(locale, at).ifPresent(word -> columns.put(at, word)));
    if (columns.isEmpty()) {
      out.append("<p>")
          .append(Escape.html(SectionProblems.text("sections.empty", label).in(locale)))
          .append("</p>\n");
      return;
    }
    out.append("<table>\n<caption>").append(Escape.html(label)).append("</caption>\n<thead><tr>");
    columns
        .values()
        .forEach(
            word -> out.append("<th scope=\"col\">").append(Escape.html(word)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (JsonNode row : rows) {
      Map<String, JsonNode> cells = values.flat(row, path);
      String money = ShownValue.currency(row, currency);
      out.append("<tr>");
      columns
          .keySet()
          .forEach(
              at ->
                  out.append("<td>").append(values.html(cells.get(at), at, money)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  /** Whether it is shown apart: an object, or a list with objects; an empty list of either is. */
  private static boolean nests(JsonNode node) {
    return node.isObject() || (node.isArray() && (node.isEmpty() || node.get(0).isObject()));
  }
}
