package com.chronotech.customer360.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the container will see: the manifests of the bundles as built. */
class BundlesTest {
  private static final Pattern CLAUSE =
      Pattern.compile("([\\w.]+)((?:;[^,\";]*(?:\"[^\"]*\")?)*)(?:,|$)");

  private static List<Path> bundles() throws IOException {
    List<Path> all = SourceTree.bundles();
    if (all.size() < 11) {
      fail("build the bundles first; found only " + all);
    }
    return all;
  }

  @Test
  void exportWhatIsMarkedAndNothingElse() throws IOException {
    for (Path bundle : bundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        Map<String, String> exports = clauses(jar, "Export-Package");
        assertThat(exports.keySet())
            .as("exports of %s", bundle.getFileName())
            .isEqualTo(markedPackages(jar));
        assertThat(exports.values())
            .as("versions of %s", bundle.getFileName())
            .allMatch(attributes -> attributes.contains("version="));
      }
    }
  }

  private static Set<String> markedPackages(JarFile jar) throws IOException {
    Set<String> marked = new TreeSet<>();
    for (JarFileEntry entry : entries(jar)) {
      if (entry.name().endsWith("/package-info.class")
          && entry.text(jar).contains("org/osgi/annotation/bundle/Export")) {
        String path = entry.name().substring(0, entry.name().lastIndexOf('/'));
        marked.add(path.replace('/', '.'));
      }
    }
    return marked;
  }

  @Test
  void importNoOtherBundlesInside() throws IOException {
    Set<String> exported = new TreeSet<>();
    Map<String, Set<String>> imported = new LinkedHashMap<>();
    for (Path bundle : bundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        exported.addAll(clauses(jar, "Export-Package").keySet());
        imported.put(bundle.getFileName().toString(), clauses(jar, "Import-Package").keySet());
      }
    }
    imported.forEach(
        (bundle, packages) ->
            assertThat(packages.stream().filter(p -> p.startsWith(Rooms.ROOT + ".")))
                .as("imports of %s", bundle)
                .allMatch(exported::contains));
  }

  @Test
  void apisImportNothingButApis() throws IOException {
    for (Path bundle : bundles()) {
      if (bundle.getFileName().toString().contains("-api-")) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
          assertThat(clauses(jar, "Import-Package").keySet())
              .as("imports of %s", bundle.getFileName())
              .allMatch(name -> name.startsWith(Rooms.ROOT + ".") || name.startsWith("java."));
        }
      }
    }
  }

  @Test
  void consoleKnowsNoDatabase() throws IOException {
    for (Path bundle : bundles()) {
      if (bundle.getFileName().toString().startsWith("console")) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
          assertThat(clauses(jar, "Import-Package").keySet())
              .noneMatch(name -> name.matches("java\\.sql|javax\\.(sql|persistence|ws\\.rs).*"));
        }
      }
    }
  }

  @Test
  void nameEveryImportAndTheirLicence() throws IOException {
    for (Path bundle : bundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        Attributes main = jar.getManifest().getMainAttributes();
        assertThat(main.getValue("Bundle-SymbolicName")).startsWith(Rooms.ROOT + ".");
        assertThat(main.getValue("Bundle-License")).isEqualTo("Apache-2.0");
        assertThat(main.getValue("Require-Bundle")).isNull();
        assertThat(main.getValue("DynamicImport-Package"))
            .as("dynamic imports of %s", bundle.getFileName())
            .satisfiesAnyOf(
                value -> assertThat(value).isNull(),
                value -> assertThat(value).doesNotContain("*"));
      }
    }
  }

  /** Two builds of one commit give the same bytes only if nothing tells when or where. */
  @Test
  void sayNothingOfWhenAndWhereTheyWereBuilt() throws IOException {
    for (Path bundle : bundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        assertThat(entries(jar).stream().map(JarFileEntry::time).distinct())
            .as("times in %s", bundle.getFileName())
            .hasSize(1);
        assertThat(jar.getManifest().getMainAttributes().keySet().stream().map(Object::toString))
            .as("manifest of %s", bundle.getFileName())
            .doesNotContain("Bnd-LastModified", "Build-Jdk", "Built-By", "Build-Time");
      }
    }
  }

  private static Map<String, String> clauses(JarFile jar, String header) throws IOException {
    String value = jar.getManifest().getMainAttributes().getValue(header);
    Map<String, String> clauses = new LinkedHashMap<>();
    Matcher matcher = CLAUSE.matcher(value == null ? "" : value);
    while (matcher.find()) {
      clauses.put(matcher.group(1), matcher.group(2));
    }
    return clauses;
  }

  private static List<JarFileEntry> entries(JarFile jar) {
    List<JarFileEntry> all = new ArrayList<>();
    for (ZipEntry entry : Collections.list(jar.entries())) {
      all.add(new JarFileEntry(entry.getName(), entry.getTimeLocal().toString()));
    }
    return all;
  }

  private record JarFileEntry(String name, String time) {
    String text(JarFile jar) throws IOException {
      try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
        return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
      }
    }
  }
}
