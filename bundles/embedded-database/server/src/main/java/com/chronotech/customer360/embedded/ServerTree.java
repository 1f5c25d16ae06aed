package com.chronotech.customer360.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The server's files, unpacked once for each version of them. */
final class ServerTree {
  private ServerTree() {}

  /**
   * Unpacks the archive unless that was done before. A tree is whole or absent: it is unpacked
   * beside its place and moved there in one step.
   *
   * @param archive a zip of the tree
   * @param place where the tree is to stand
   */
  static Path unpack(InputStream archive, Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return place;
    }
    Path beside = place.resolveSibling(place.getFileName() + ".part");
    delete(beside);
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = beside.resolve(entry.getName()).normalize();
        if (!target.startsWith(beside)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
        if (target.getParent().endsWith("bin")) {
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    return place;
  }

  /** Deletes a directory with all below it; nothing happens when it is absent. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
