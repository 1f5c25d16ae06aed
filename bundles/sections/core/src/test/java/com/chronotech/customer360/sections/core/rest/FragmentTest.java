package com.chronotech.customer360.sections.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import com.chronotech.customer360.sections.core.Loaded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FragmentTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>(Map.of("title", "Titre"));

  @Test
  void textsOfOthersAreEscapedWhereverTheyStand() {
    String evil = "<script>alert('x')</script>\"&";
    values.put("name", evil);
    values.put("rows", List.of(Map.of("text", evil, "code", "<b>")));
    words.putAll(Map.of("name", evil, "rows", evil, "rows.text", "Texte", "rows.code", evil));
    words.put("rows.code=<b>", "<i>gras</i>");
    String html = html(Locale.CANADA_FRENCH);
    assertThat(html).doesNotContain("<script", "<b>", "<i>").contains("&lt;script&gt;", "&#39;");
    assertThat(html).contains("&lt;i&gt;gras&lt;/i&gt;");
  }

  @Test
  void whatHasNoWordIsLeftOut() {
    values.put("shown", "visible");
    values.put("hidden", "secret");
    values.put("deep", Map.of("hidden", "secret"));
    words.put("shown", "Montré");
    assertThat(html(Locale.CANADA_FRENCH))
        .contains("<dt>Montré</dt><dd>visible</dd>")
        .doesNotContain("secret");
  }

  @Test
  void valuesReadAsPeopleWriteThem() {
    values.put("currency", "CAD");
    values.put("total", "1234.50");
    values.put("at", Instant.parse("2026-01-01T02:30:00Z"));
    values.put("on", LocalDate.of(2026, 2, 3));
    values.put("yes", true);
    values.put("none", null);
    values.put("tags", List.of("a", "b"));
    words.putAll(Map.of("total", "T", "at", "A", "on", "O", "yes", "Y", "none", "N"));
    words.put("tags", "G");
    String french = html(Locale.CANADA_FRENCH);
    assertThat(french)
        .containsPattern("<dd>1\\h234,50\\h\\$</dd>")
        .contains("<time datetime=\"2026-01-01T02:30:00Z\">31 décembre 2025")
        .contains("<time datetime=\"2026-02-03\">3 février 2026</time>")
        .contains("<dt>Y</dt><dd>oui</dd>", "<dt>G</dt><dd>a, b</dd>", "—");
    assertThat(html(Locale.CANADA))
        .contains("<dd>$1,234.50</dd>", "lang=\"en-CA\"", "<dd>yes</dd>");
  }

  @Test
  void listsAreTablesWithHeads() {
    Map<String, Object> second = new LinkedHashMap<>();
    second.put("a", 2);
    second.put("inner", Map.of("b", "x"));
    values.put("rows", List.of(Map.of("a", 1), second));
    values.put("nothing", new ArrayList<>());
    words.putAll(Map.of("rows", "Lignes", "rows.a", "A", "rows.inner.b", "B", "nothing", "Rien"));
    assertThat(html(Locale.CANADA_FRENCH))
        .contains("<caption>Lignes</caption>")
        .contains("<th scope=\"col\">A</th><th scope=\"col\">B</th>")
        .contains("<tr><td>2</td><td>x</td></tr>")
        .containsPattern("<p>Rien\\h: aucun élément</p>");
  }

  @Test
  void whatIsNotAvailableSaysSo() {
    Loaded loaded =
        new Loaded(
            "documents",
            1,
            Availability.no("not_installed"),
            new SectionData("normal", Map.of()),
            SectionWords.NONE);
    assertThat(new Fragment(loaded, Locale.CANADA, MONTREAL).html())
        .contains("<h2 id=\"c360-documents-title\">Documents</h2>")
        .contains("<p role=\"status\">This part is not installed here.</p>");
  }

  private String html(Locale locale) {
    SectionWords found = (in, key) -> Optional.ofNullable(words.get(key));
    Loaded loaded =
        new Loaded("tyres", 1, Availability.YES, new SectionData("normal", values), found);
    return new Fragment(loaded, locale, MONTREAL).html();
  }
}
