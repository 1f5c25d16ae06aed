package com.chronotech.customer360.itests.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try (Stream<Path> all =
        Stream.of("bundles", "liquibase", "itests", "features", "karaf-distribution")
            .flatMap(SourceTree::walk)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().contains("/target/"))
          .toList();
    }
  }

  /** The jars of the bundles, as built. */
  static List<Path> bundles() throws IOException {
    try (Stream<Path> all = Stream.of("bundles", "liquibase").flatMap(SourceTree::walk)) {
      return all.filter(path -> path.getParent().endsWith("target"))
          .filter(path -> path.toString().endsWith("-SNAPSHOT.jar"))
          .toList();
    }
  }

  private static Stream<Path> walk(String folder) {
    try {
      return Files.walk(root().resolve(folder));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
