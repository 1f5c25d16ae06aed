package com.chronotech.customer360.platform.core.caller;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Karaf's file of users, completed by an administrator when it has none. */
final class InitialPassword {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /** 57 letters to choose from: 24 of them are 140 bits. */
  private static final int LENGTH = 24;

  private static final String GROUP_PREFIX = "_g_:";
  private static final String ADMIN = "admin";

  /** A line for the administrator, which has no password when it is replaced. */
  private static final Pattern NO_PASSWORD = Pattern.compile("(?m)^[ \\t]*admin[ \\t]*[=:].*\\R?");

  private final Path etc;

  InitialPassword(Path etc) {
    this.etc = etc;
  }

  /** Makes the password and tells the file it stands in; empty when nothing was to be done. */
  Optional<Path> makeIfNeeded() throws IOException {
    Path users = etc.resolve("users.properties");
    String text = Files.exists(users) ? Files.readString(users, StandardCharsets.UTF_8) : "";
    Properties known = new Properties();
    known.load(new StringReader(text));
    if (!Files.isDirectory(etc) || hasAdministrator(known) || hasPassword(known, ADMIN)) {
      return Optional.empty();
    }
    String password = random();
    Path note = etc.resolve("customer360-initial-password");
    // The note first: were it to fail after the users, nobody would know the password.
    writeSecret(note, password + "\n");
    String kept = NO_PASSWORD.matcher(text).replaceAll("");
    StringBuilder completed = new StringBuilder(kept);
    if (!kept.isEmpty() && !kept.endsWith("\n")) {
      completed.append('\n');
    }
    completed.append(ADMIN + " = ").append(password).append(",_g_:admingroup\n");
    if (!known.containsKey(GROUP_PREFIX + "admingroup")) {
      completed.append("_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
    }
    writeSecret(users, completed.toString());
    return Optional.of(note);
  }

  /** Whether a user with a password has the role admin, by itself or through a group. */
  private static boolean hasAdministrator(Properties known) {
    return known.stringPropertyNames().stream()
        .filter(name -> !name.startsWith(GROUP_PREFIX))
        .filter(name -> hasPassword(known, name))
        .map(name -> fields(known.getProperty(name)))
        .anyMatch(fields -> makeAdministrator(fields.subList(1, fields.size()), known));
  }

  private static boolean hasPassword(Properties known, String name) {
    return !fields(known.getProperty(name, "")).get(0).isEmpty();
  }

  private static boolean makeAdministrator(List<String> roles, Properties known) {
    return roles.contains(ADMIN)
        || roles.stream()
            .filter(role -> role.startsWith(GROUP_PREFIX))
            .anyMatch(group -> fields(known.getProperty(group, "")).contains(ADMIN));
  }

  private static List<String> fields(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /** Written beside and moved into place: never half there, never readable by others. */
  private void writeSecret(Path file, String text) throws IOException {
    FileStore store = Files.getFileStore(etc);
    Path fresh =
        store.supportsFileAttributeView("posix")
            ? Files.createTempFile(
                etc,
                ".customer360",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(etc, ".customer360", ".tmp");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
