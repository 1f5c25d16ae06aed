package com.chronotech.customer360.consents.core.receipt.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.key.TestKeys;
import com.chronotech.customer360.consents.core.receipt.rest.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReceiptTest {
  @TempDir Path folder;
  @TempDir Path others;
  private Path receipt;
  private Path key;
  private String text;

  @BeforeEach
  void aReceipt() throws IOException {
    SigningKeys keys = TestKeys.in(folder);
    key = folder.resolve("ledger.pub.pem");
    text = Samples.issued(keys, "compt\u0007oir").jws().text();
    receipt = Files.writeString(folder.resolve("recu.jws"), text + "\n");
  }

  private record Ended(int status, String said) {}

  private static Ended run(String keyFolder, Object... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status =
        CheckReceipt.run(
            List.of(arguments).stream().map(Object::toString).toList(), keyFolder, out);
    return new Ended(status, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aGoodReceiptIsReadAloud() {
    Ended ended = run("", receipt, key);
    assertThat(ended.said())
        .contains("AUTHENTIQUE", "purpose: marketing_email", "ledger.sequence: 7")
        .contains("source: compt\uFFFDoir")
        .doesNotContain("\u0007");
    assertThat(ended.status()).isZero();
  }

  @Test
  void theKeysOfTheContainerAreTakenWhereNoneIsNamed() throws IOException {
    assertThat(run(folder.toString(), receipt).status()).isZero();
    assertThat(run("", receipt).status()).isEqualTo(2);
    TestKeys.in(others);
    Files.createDirectory(others.resolve("customer360-ledger-keys"));
    assertThat(run(others.toString(), receipt).status()).isEqualTo(1);
    Files.copy(key, others.resolve("customer360-ledger-keys/2026.pub.pem"));
    assertThat(run(others.toString(), receipt).status()).isZero();
  }

  @Test
  void aChangedReceiptIsForged() throws IOException {
    for (int at = 0; at < text.length(); at += 37) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      Files.writeString(receipt, text.substring(0, at) + other + text.substring(at + 1));
      assertThat(run("", receipt, key).status()).as("at " + at).isIn(1, 2);
    }
  }

  @Test
  void aReceiptOfAnotherKeyIsForged() {
    TestKeys.in(others);
    Ended ended = run("", receipt, others.resolve("ledger.pub.pem"));
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("FAUX", "FORGED").doesNotContain("purpose");
  }

  @Test
  void whatIsNoReceiptOrNoKeyIsSaid() {
    assertThat(run("", key, key).status()).isEqualTo(2);
    assertThat(run("", receipt, receipt).status()).isEqualTo(2);
    assertThat(run("", folder.resolve("nothing"), key).status()).isEqualTo(2);
    assertThat(run("").status()).isEqualTo(2);
  }
}
