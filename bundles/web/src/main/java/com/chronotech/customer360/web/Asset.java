package com.chronotech.customer360.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the pages, plain and compressed. Immutable, as long as nobody writes into its bytes.
 */
final class Asset {
  private final String type;
  private final byte[] plain;
  private final byte[] gzip;

  /**
   * Creates a file.
   *
   * @param gzip the bytes compressed; not kept where that is no gain
   */
  Asset(String type, byte[] plain, byte[] gzip) {
    this.type = type;
    this.plain = plain;
    this.gzip = gzip.length < plain.length ? gzip : plain;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  byte[] plain() {
    return plain;
  }

  /** The compressed bytes; the plain ones where compressing is no gain. */
  byte[] gzip() {
    return gzip;
  }

  boolean compressed() {
    return gzip != plain;
  }

  /** Bytes as compressed as they get, since it is done once. */
  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 64);
    try (GZIPOutputStream out = new Best(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
