package com.chronotech.customer360.itests.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree this module stands in. */
final class SourceTree {
  private SourceTree() {}

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("karaf-distribution"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("not inside the source tree");
    }
    return at;
  }

  /** Every Java source but what builds generate. */
  static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder :
        List.of("bundles", "liquibase", "itests", "features", "karaf-distribution")) {
      all.addAll(files(folder));
    }
    return all.stream()
        .filter(path -> path.toString().endsWith(".java"))
        .filter(path -> !path.toString().contains("/target/"))
        .toList();
  }

  /** Every script and style of the pages. */
  static List<Path> pages() throws IOException {
    return files("bundles/web/src").stream()
        .filter(path -> path.toString().matches(".*\\.(js|css)"))
        .toList();
  }

  /** The jars of the bundles, as built. */
  static List<Path> bundles() throws IOException {
    List<Path> all = new ArrayList<>(files("bundles"));
    all.addAll(files("liquibase"));
    return all.stream()
        .filter(path -> path.getParent().endsWith("target"))
        .filter(path -> path.toString().endsWith("-SNAPSHOT.jar"))
        .toList();
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(root().resolve(folder))) {
      return all.toList();
    }
  }
}
