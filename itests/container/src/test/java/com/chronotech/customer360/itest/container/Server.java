package com.chronotech.customer360.itest.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The running server, seen from inside and over HTTP. */
final class Server {

  private final BundleContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  Server(BundleContext context) {
    this.context = context;
  }

  HttpClient client() {
    return client;
  }

  Path etc() {
    return Path.of(System.getProperty("karaf.etc"));
  }

  /** The administrator's credentials, as a header. */
  String admin() {
    return basic("admin", password());
  }

  /** The administrator's first password. */
  String password() {
    Path file = etc().resolve("customer360-initial-password");
    return Await.value("a first password", () -> Files.readString(file).strip());
  }

  static String basic(String user, String password) {
    byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  URI uri(String path) throws IOException {
    Properties web = new Properties();
    try (InputStream in = Files.newInputStream(etc().resolve("org.ops4j.pax.web.cfg"))) {
      web.load(in);
    }
    return URI.create(
        "http://127.0.0.1:" + web.getProperty("org.osgi.service.http.port").strip() + path);
  }

  HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", "*/*");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  int status(String path) throws Exception {
    return get(path, admin()).statusCode();
  }

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", admin())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> record(long customer, String title) throws Exception {
    return post(
        "/customers/" + customer + "/timeline",
        "application/json",
        "{\"activity_type\":\"note\",\"title\":\"" + title + "\"}");
  }

  void awaitReady() {
    Await.until("readiness", () -> status("/health/ready") == 200);
    // Each resource that arrives rebuilds the application: wait until it answers again and again.
    Await.until("the timeline", this::steady);
  }

  /** Until an address answers the administrator with a status; names the one seen last if not. */
  void awaitStatus(String path, int expected) {
    Await.until(
        path + " to answer " + expected,
        () -> {
          int status = status(path);
          if (status != expected) {
            throw new IllegalStateException("answered " + status);
          }
          return true;
        });
  }

  private boolean steady() throws Exception {
    for (int i = 0; i < 20; i++) {
      if (status("/customers/1/timeline") != 200 || status("/api/customer360/1/activity") != 200) {
        return false;
      }
    }
    return true;
  }

  <T> T service(Class<T> type, String filter) {
    return Await.value(
        type.getSimpleName(),
        () -> {
          ServiceReference<T> found = reference(type, filter);
          return found == null ? null : context.getService(found);
        });
  }

  <T> ServiceReference<T> reference(Class<T> type, String filter) throws InvalidSyntaxException {
    return context.getServiceReferences(type, filter).stream().findFirst().orElse(null);
  }

  Bundle bundle(String name) {
    for (Bundle bundle : context.getBundles()) {
      if (name.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    return null;
  }

  /** Runs a line of the console as an administrator who speaks English, and answers the print. */
  String console(String line) throws Exception {
    SessionFactory factory = service(SessionFactory.class, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Subject subject =
        new Subject(
            true,
            Set.of(new UserPrincipal("admin"), new RolePrincipal("admin")),
            Set.of(),
            Set.of());
    Session session = factory.create(InputStream.nullInputStream(), out, out);
    try {
      session.put("LANG", "en_CA.UTF-8");
      Subject.doAs(
          subject, (java.security.PrivilegedExceptionAction<Object>) () -> session.execute(line));
    } finally {
      session.close();
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** Sets a line of a file under etc, as an administrator with an editor does. */
  void edit(String file, String key, String value) throws IOException {
    Path path = etc().resolve(file);
    String text = Files.readString(path);
    String line = key + " = " + value;
    String changed = text.replaceAll("(?m)^" + java.util.regex.Pattern.quote(key) + " *=.*$", "");
    write(file, changed + "\n" + line + "\n");
  }

  /** Writes a file under etc in one step, so that it is never read half written. */
  void write(String file, String text) throws IOException {
    Path scratch = Files.createTempFile(etc().getParent(), "edit", ".tmp");
    Files.writeString(scratch, text);
    Files.move(scratch, etc().resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Drops a file into deploy/, and answers where it lies. */
  Path deploy(Path file) throws IOException {
    Path target = etc().resolveSibling("deploy").resolve(file.getFileName());
    Path scratch = Files.createTempFile(etc().getParent(), "deploy", ".tmp");
    Files.copy(file, scratch, StandardCopyOption.REPLACE_EXISTING);
    return Files.move(scratch, target, StandardCopyOption.REPLACE_EXISTING);
  }

  static Path built(String path) {
    return Path.of(System.getProperty("customer360.root")).resolve(path);
  }

  static Server here(Class<?> test) {
    return new Server(FrameworkUtil.getBundle(test).getBundleContext());
  }
}
