package com.chronotech.customer360.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of the pages, read once, kept compressed beside plain, under one fingerprint of them
 * all: an address with it never means other bytes, and relative imports stay within it. Immutable.
 */
final class Assets {
  /** Where this class finds them. */
  static final String ROOT = "/com/chronotech/customer360/web/assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json");

  private final SortedMap<String, Asset> byPath = new TreeMap<>();
  private final String fingerprint;

  /**
   * Reads files.
   *
   * @param files addresses by path below {@link #ROOT}
   * @throws UncheckedIOException if one cannot be read
   */
  Assets(Map<String, URL> files) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    SortedMap<String, String> icons = new TreeMap<>();
    files.forEach(
        (path, url) -> {
          if (path.startsWith(IconSprite.FOLDER)) {
            icons.put(IconSprite.name(path), text(url));
          } else if (path.endsWith(".js")) {
            contents.put(path, bytes(Modules.resolved(path, text(url))));
          } else {
            contents.put(path, read(url));
          }
        });
    StyleSheet.join(contents);
    contents.put("icons.svg", bytes(IconSprite.of(icons)));
    fingerprint = fingerprint(contents);
    contents.forEach((path, content) -> byPath.put(path, asset(path, content)));
  }

  /** The file at a path below the fingerprint. */
  Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** What changes with any byte of any file: 16 hexadecimal digits. */
  String fingerprint() {
    return fingerprint;
  }

  /** The text of a file. */
  String text(String path) {
    return new String(byPath.get(path).plain(), StandardCharsets.UTF_8);
  }

  private static Asset asset(String path, byte[] content) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new Asset(
        TYPES.getOrDefault(extension, "application/octet-stream"),
        content,
        extension.equals("png") ? content : Asset.gzip(content));
  }

  private static String fingerprint(SortedMap<String, byte[]> contents) {
    MessageDigest digest = sha256();
    contents.forEach(
        (path, content) -> {
          digest.update(bytes(path + "\n" + content.length + "\n"));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(URL url) {
    return new String(read(url), StandardCharsets.UTF_8);
  }

  private static byte[] read(URL url) {
    try (InputStream in = url.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
