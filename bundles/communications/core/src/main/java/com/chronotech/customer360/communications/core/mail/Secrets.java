package com.chronotech.customer360.communications.core.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Passwords and secrets, wherever an administrator keeps them. */
public final class Secrets {

  private Secrets() {}

  /**
   * A secret: of a file, else of the environment, else as it stands in the configuration.
   *
   * @param plain as it stands; may be empty
   * @param file the file's path; may be empty. A file that is named and cannot be read is an error
   * @param variable the variable's name; may be empty
   * @return empty when there is none
   */
  public static String read(String plain, String file, String variable) {
    if (!file.isBlank()) {
      try {
        return Files.readString(Path.of(file.strip())).strip();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the secret in " + file, e);
      }
    }
    String value = variable.isBlank() ? null : System.getenv(variable.strip());
    return value != null && !value.isBlank() ? value.strip() : plain;
  }
}
