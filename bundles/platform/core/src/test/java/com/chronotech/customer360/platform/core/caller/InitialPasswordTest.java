package com.chronotech.customer360.platform.core.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialPasswordTest {
  @TempDir private Path etc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# karaf = karaf,_g_:admingroup\n_g_\\:admingroup = group,admin,manager",
        "admin = ,_g_:admingroup\n_g_\\:admingroup = group,admin\n",
        "reader = secret,viewer\n"
      })
  void anAdministratorIsMadeWhereThereIsNone(String before) throws IOException {
    Files.writeString(users(), before);
    Path note = new InitialPassword(etc).makeIfNeeded().orElseThrow();
    String password = Files.readString(note).strip();
    assertThat(password).matches("[A-Za-z0-9]{24}");
    Properties users = new Properties();
    try (Reader reader = Files.newBufferedReader(users())) {
      users.load(reader);
    }
    assertThat(users.getProperty("admin")).isEqualTo(password + ",_g_:admingroup");
    assertThat(users.getProperty("_g_:admingroup")).contains("admin");
    assertThat(permissions(users())).isEqualTo("rw-------");
    assertThat(permissions(note)).isEqualTo("rw-------");
    if (before.startsWith("reader")) {
      assertThat(users.getProperty("reader")).isEqualTo("secret,viewer");
    }
    assertThat(new InitialPassword(etc).makeIfNeeded()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin = chosen,_g_:admingroup\n_g_\\:admingroup = group,admin\n",
        "boss = chosen,admin\n",
        "admin = chosen,viewer\n"
      })
  void nothingIsEverReplaced(String before) throws IOException {
    Files.writeString(users(), before);
    assertThat(new InitialPassword(etc).makeIfNeeded()).isEmpty();
    assertThat(users()).hasContent(before);
  }

  @Test
  void withoutAFileOneIsMade() throws IOException {
    assertThat(new InitialPassword(etc).makeIfNeeded()).isPresent();
    assertThat(users()).exists();
  }

  private Path users() {
    return etc.resolve("users.properties");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
