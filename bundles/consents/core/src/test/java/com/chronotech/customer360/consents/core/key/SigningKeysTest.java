package com.chronotech.customer360.consents.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final byte[] TEXT = "texte".getBytes(StandardCharsets.UTF_8);

  /** The example of RFC 8037, appendix A.1 to A.3. */
  private static final String RFC_8037 =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  @TempDir Path folder;

  @Test
  void aKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
    SigningKeys first = TestKeys.in(folder);
    Path file = folder.resolve("ledger.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(TestKeys.in(folder).keyId()).isEqualTo(first.keyId());
    assertThat(folder).isDirectoryNotContaining("glob:**/.customer360*");
  }

  @Test
  void itsPublicHalfStandsBeside() throws Exception {
    SigningKeys keys = TestKeys.in(folder);
    String pem = Files.readString(folder.resolve("ledger.pub.pem"));
    VerificationKey read = VerificationKey.of(Pem.publicKey(pem));
    assertThat(read.keyId()).isEqualTo(keys.keyId());
    assertThat(read.verifies(TEXT, keys.sign(TEXT))).isTrue();
    assertThat(read.verifies("autre".getBytes(StandardCharsets.UTF_8), keys.sign(TEXT))).isFalse();
    assertThat(read.verifies(TEXT, new byte[3])).isFalse();
  }

  @Test
  void theThumbprintIsThatOfTheRfc() throws IOException {
    Files.writeString(folder.resolve("ledger.pem"), RFC_8037);
    SigningKeys keys = TestKeys.in(folder);
    assertThat(keys.keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(keys.keySet()).contains("\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"");
  }

  @Test
  void whatAnOlderKeySignedIsStillBelieved() throws IOException {
    SigningKeys before = TestKeys.in(folder);
    byte[] signature = before.sign(TEXT);
    Files.createDirectory(folder.resolve("older"));
    Files.move(folder.resolve("ledger.pub.pem"), folder.resolve("older/2026.pub.pem"));
    Files.delete(folder.resolve("ledger.pem"));
    SigningKeys after = TestKeys.in(folder);
    assertThat(after.keyId()).isNotEqualTo(before.keyId());
    assertThat(after.find(before.keyId()).orElseThrow().verifies(TEXT, signature)).isTrue();
    assertThat(after.find(after.keyId()).orElseThrow().verifies(TEXT, signature)).isFalse();
    assertThat(after.all()).hasSize(2);
    assertThat(after.find("nobody")).isEmpty();
    assertThat(after.find(null)).isEmpty();
  }

  @Test
  void nodesThatShareAFolderMakeOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> node = () -> TestKeys.in(folder).keyId();
      Set<String> made = new HashSet<>();
      for (var one : threads.invokeAll(List.of(node, node, node, node, node, node, node, node))) {
        made.add(one.get());
      }
      assertThat(made).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKeyThatCannotBeReadIsNotReplaced() throws IOException {
    Path file = folder.resolve("ledger.pem");
    Files.writeString(file, "nothing of the kind");
    assertThatThrownBy(() -> TestKeys.in(folder)).isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("nothing of the kind");
  }
}
