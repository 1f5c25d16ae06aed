package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;

/**
 * A file that was sent, in a folder of its own that is deleted with it.
 *
 * @param name what the sender calls it
 * @param folder of its own
 * @param path where it lies
 * @param hash SHA-256 of its bytes
 */
record UploadedFile(String name, Path folder, Path path, Octets hash) implements AutoCloseable {

  /**
   * Takes a stream to a file.
   *
   * @throws ProblemException of kind {@code TOO_LARGE} when it has more bytes than that
   */
  static UploadedFile of(String name, InputStream in, long maxBytes) throws IOException {
    Path folder = Files.createTempDirectory("customer360-import");
    Path path = folder.resolve("file.csv");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(path)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      DigestInputStream digested = new DigestInputStream(in, sha256);
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = digested.read(buffer); n >= 0; n = digested.read(buffer)) {
        bytes += n;
        if (bytes > maxBytes) {
          throw new ProblemException(
              ProblemException.Kind.TOO_LARGE,
              "import.too_large",
              LocalizedText.of(UploadedFile.class, "import.too_large", maxBytes),
              List.of());
        }
        out.write(buffer, 0, n);
      }
      whole = true;
      return new UploadedFile(name, folder, path, Octets.of(sha256.digest()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } finally {
      if (!whole) {
        delete(folder, path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder, path);
  }

  private static void delete(Path folder, Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(folder);
  }
}
