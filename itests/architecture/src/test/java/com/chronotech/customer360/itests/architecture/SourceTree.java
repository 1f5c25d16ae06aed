package com.chronotech.customer360.itests.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
    return all.stream().filter(path -> path.toString().endsWith(".java")).toList();
  }

  /** Every script and style of the pages. */
  static List<Path> pages() throws IOException {
    return files("bundles/web/src").stream()
        .filter(path -> path.toString().matches(".*\\.(js|css)"))
        .toList();
  }

  /** The jars of the bundles, as built. */
  static List<Path> bundles() throws IOException {
    List<Path> modules = new ArrayList<>(files("bundles"));
    modules.addAll(files("liquibase"));
    modules.removeIf(path -> !path.endsWith("pom.xml"));
    List<Path> jars = new ArrayList<>();
    for (Path module : modules) {
      Path target = module.resolveSibling("target");
      if (Files.isDirectory(target)) {
        try (Stream<Path> built = Files.list(target)) {
          built.filter(path -> path.toString().endsWith("-SNAPSHOT.jar")).forEach(jars::add);
        }
      }
    }
    return jars;
  }

  /**
   * Every file below a folder but what builds make, which changes while other modules are built.
   */
  static List<Path> files(String folder) throws IOException {
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(
        root().resolve(folder),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith("target")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            all.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return all;
  }
}
