package com.chronotech.customer360.itests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product as a newcomer starts it: {@code ./run} with demo data, once for all tests of this
 * JVM, ended with it. One user of each kind can sign in.
 */
final class Product {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Path ROOT = Path.of(System.getProperty("customer360.root"));
  private static final Path SCRATCH = Path.of(System.getProperty("customer360.scratch"));
  private static final Pattern PASSWORD = Pattern.compile("(?m)^ *password +(\\S+)");
  private static Product running;

  private final Path home = SCRATCH.resolve("product");
  private final Map<String, String> passwords = new TreeMap<>();
  private final int port;

  /** The one that runs; started by the first who asks. */
  static synchronized Product get() {
    if (running == null) {
      running = new Product();
    }
    return running;
  }

  private Product() {
    try {
      port = freePort();
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The password of {@code admin}, {@code gerante}, {@code technicien} or {@code commis}. */
  String password(String user) {
    return passwords.get(user);
  }

  private void start() throws IOException {
    Path out = SCRATCH.resolve("product.out");
    ProcessBuilder run = run("--reset", "--port", Integer.toString(port), "--customers", "150");
    Process process = run.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop of the product"));
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.readString(out).contains("Ctrl-C stops everything")) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("./run did not come up:\n" + Files.readString(out));
      }
      pause();
    }
    Matcher printed = PASSWORD.matcher(Files.readString(out));
    if (!printed.find()) {
      throw new IllegalStateException("./run prints no password");
    }
    passwords.put("admin", printed.group(1));
    StringBuilder users = new StringBuilder("\n");
    Map.of("gerante", "manager", "technicien", "technician", "commis", "staff")
        .forEach((name, role) -> users.append(user(name, role)));
    Files.writeString(
        home.resolve("instance/etc/users.properties"),
        users,
        StandardCharsets.ISO_8859_1,
        StandardOpenOption.APPEND);
  }

  private String user(String name, String role) {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    passwords.put(name, password);
    return name + " = " + password + "," + role + "\n";
  }

  private void stop() {
    try {
      run("--stop").inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder run(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = ROOT.resolve("run").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder run = new ProcessBuilder(command).directory(ROOT.toFile());
    run.environment().put("CUSTOMER360_HOME", home.toString());
    return run;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
