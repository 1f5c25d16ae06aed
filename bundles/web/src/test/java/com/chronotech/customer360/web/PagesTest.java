package com.chronotech.customer360.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of the pages and the files behind it, as they are packed. */
class PagesTest {
  private static final Path ROOT = Path.of("target/classes/com/chronotech/customer360/web/assets");
  private static final int FIRST_LOAD = 150 * 1024;

  private final Assets assets = new Assets(files());

  @Test
  void everyImportLeadsToAFile() {
    Pattern imports = Pattern.compile("(?<![.\\w])(?:from|import)\\s*\\(?\"([@\\w./-]+)\"");
    scripts()
        .forEach(
            path -> {
              Matcher found = imports.matcher(assets.text(path));
              while (found.find()) {
                Path target = Path.of("/" + path).resolveSibling(found.group(1)).normalize();
                assertThat(assets.find(target.toString().substring(1)))
                    .as("%s of %s", found.group(1), path)
                    .isPresent();
              }
            });
  }

  @Test
  void theFirstLoadOfEachPageIsLight() {
    Pages pages = new Pages(assets, tiles(""));
    for (String page : List.of("customers", "customer", "timeline", "consents", "dashboard")) {
      String document = pages.document(page, "fr");
      long bytes =
          Pattern.compile("href=\"/customer360/assets/[0-9a-f]+/([^\"]+)\"")
              .matcher(document)
              .results()
              .mapToLong(link -> assets.find(link.group(1)).orElseThrow().gzip().length)
              .sum();
      assertThat(bytes).as("compressed bytes of %s", page).isLessThanOrEqualTo(FIRST_LOAD);
    }
  }

  @Test
  void theDocumentHasNoScriptOfItsOwn() {
    String document = new Pages(assets, tiles("")).document("customers", "fr");
    assertThat(document).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("style=");
  }

  @Test
  void theBrowserAndTheServerKnowTheSameAddresses() {
    Matcher known =
        Pattern.compile("(?m)^  \\[/\\^(.*)\\$/, \"([a-z-]+)\"").matcher(assets.text("app.js"));
    int count = 0;
    while (known.find()) {
      String example = known.group(1).replace("\\/", "/").replaceAll("\\(\\?:.*?\\)\\?|/\\?", "");
      assertThat(Pages.page(example.replace("(\\d+)", "7"))).isEqualTo(known.group(2));
      count++;
    }
    assertThat(count).isEqualTo(7);
  }

  @Test
  void onlyTheTilesOfTheConfigurationMayBeCalled() {
    String none = new Pages(assets, tiles("")).policy();
    assertThat(none).doesNotContain("http").doesNotContain("unsafe");
    assertThat(new Pages(assets, tiles("https://t.example.org:81/{z}/{x}/{y}.png")).policy())
        .contains("img-src 'self' data: https://t.example.org:81;");
    assertThat(new Pages(assets, tiles("https://a b/; script-src *")).policy()).isEqualTo(none);
  }

  @Test
  void onlyCommentsAreLeftOutOfScripts() throws IOException {
    int found = 0;
    for (String path : scripts().filter(path -> !path.startsWith("vendor/")).toList()) {
      String source = Files.readString(ROOT.resolve(path));
      Matcher comments = Modules.COMMENT.matcher(source);
      while (comments.find()) {
        found++;
        assertThat(comments.group().strip()).matches("(?s)//[^\\n]*|/\\*\\*(?:(?!\\*/).)*\\*/");
        String before =
            Modules.COMMENT.matcher(source.substring(0, comments.start())).replaceAll("");
        assertThat(before.replace("\\`", "").chars().filter(c -> c == '`').count() % 2)
            .as("a template goes on over %s of %s", comments.group(), path)
            .isZero();
      }
      assertThat(assets.text(path)).doesNotContain("\n//").doesNotContain("/**");
    }
    assertThat(found).isPositive();
  }

  @Test
  void everyStyleSheetIsInTheOneOfThePages() {
    List<String> single =
        files().keySet().stream().filter(path -> path.startsWith("css/")).toList();
    assertThat(single).isNotEmpty().allMatch(path -> assets.find(path).isEmpty());
  }

  @Test
  void aFingerprintIsOfAllBytes() {
    Map<String, URL> fewer = files();
    fewer.remove("mark.svg");
    assertThat(new Assets(fewer).fingerprint()).isNotEqualTo(assets.fingerprint());
    assertThat(new Assets(files()).fingerprint()).isEqualTo(assets.fingerprint());
  }

  @Test
  void iconsThatScriptsNameAreThere() throws IOException {
    String sprite =
        new String(assets.find("icons.svg").orElseThrow().plain(), StandardCharsets.UTF_8);
    Pattern named = Pattern.compile("\\bicon\\(\"([a-z0-9-]+)\"\\)");
    scripts()
        .forEach(
            path ->
                named
                    .matcher(assets.text(path))
                    .results()
                    .forEach(
                        icon ->
                            assertThat(sprite)
                                .as("icon of %s", path)
                                .contains("<symbol id=\"" + icon.group(1) + "\"")));
  }

  private static Stream<String> scripts() {
    return files().keySet().stream().filter(path -> path.endsWith(".js"));
  }

  private static Map<String, URL> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .collect(Collectors.toMap(file -> ROOT.relativize(file).toString(), PagesTest::url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings tiles(String tiles) {
    return new Settings("America/Toronto", tiles, "", Map.of());
  }
}
