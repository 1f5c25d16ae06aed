package com.chronotech.customer360.itests.database.ledger;

import static com.chronotech.customer360.itests.database.ledger.Fixture.DAY;
import static com.chronotech.customer360.itests.database.ledger.Fixture.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.ReceiptService;
import com.chronotech.customer360.consents.ReceiptService.Check;
import com.chronotech.customer360.consents.ReceiptService.Receipt;
import com.chronotech.customer360.consents.core.receipt.offline.CheckReceipt;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.LedgerNode;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Receipts of what the database holds. */
class ReceiptTest {
  private static final Map<String, String> BUSINESS =
      Map.of("controller_name", "Garage Exemple", "receipt_recipients", "Un; Deux");

  @TempDir Path keys;

  private static ReceiptService receipts(Fixture fixture) {
    return new LedgerNode(fixture.consents, fixture.keys, BUSINESS).receipts();
  }

  @EveryServer
  void aReceiptSaysWhatTheLedgerSays(DatabaseServer server) throws IOException {
    try (Fixture fixture = new Fixture(server, keys)) {
      ReceiptService receipts = receipts(fixture);
      long customer = fixture.customer();
      Receipt before = receipts.issue(customer, EMAIL);
      assertThat(new ObjectMapper().readTree(before.payload()).get("root").isNull()).isTrue();
      fixture.days(1);
      Root root = fixture.ledger.anchor(DAY).orElseThrow();

      Receipt receipt = receipts.issue(customer, EMAIL);
      Consent consent = fixture.consents.consents().history(customer).get(1);
      JsonNode payload = new ObjectMapper().readTree(receipt.payload());
      assertThat(payload.get("record_id").textValue()).isEqualTo(consent.recordId());
      assertThat(payload.get("ledger").get("hash").textValue()).isEqualTo(consent.ledger().hash());
      assertThat(payload.get("ledger").get("sequence").intValue()).isEqualTo(3);
      assertThat(payload.get("notice").get("sha256").textValue())
          .isEqualTo(consent.notice().sha256());
      assertThat(payload.get("notice").get("title").textValue()).startsWith("Avis");
      assertThat(payload.get("root").get("root").textValue()).isEqualTo(root.root());
      assertThat(payload.get("recipients")).hasSize(2);
      assertThat(payload.get("controller").get("name").textValue()).isEqualTo("Garage Exemple");
      assertThat(payload.get("state").textValue()).isEqualTo("granted");
      assertThat(receipt.payload()).doesNotContain("192.0.2.7").doesNotContain("form");

      Check check = receipts.check(receipt.jws());
      assertThat(check.signed()).isTrue();
      assertThat(check.matchesLedger()).isTrue();
      assertThat(check.payload()).isEqualTo(receipt.payload());
    }
  }

  @EveryServer
  void aReceiptNoLongerMatchesALedgerThatWasRewritten(DatabaseServer server) {
    try (Fixture fixture = new Fixture(server, keys)) {
      ReceiptService receipts = receipts(fixture);
      long customer = fixture.customer();
      Receipt receipt = receipts.issue(customer, EMAIL);
      fixture.database.update(
          "update c360_consent_entry set hash = unhex(repeat('ab', 32)) where seq = 3"
              + " and customer_id = "
              + customer);
      assertThat(receipts.check(receipt.jws()).signed()).isTrue();
      assertThat(receipts.check(receipt.jws()).matchesLedger()).isFalse();
      fixture.database.update("delete from c360_consent_entry where customer_id = " + customer);
      assertThat(receipts.check(receipt.jws()).matchesLedger()).isFalse();
    }
  }

  @EveryServer
  void whatIsForgedUnknownOrNothingIsSaid(DatabaseServer server) throws IOException {
    try (Fixture fixture = new Fixture(server, keys)) {
      ReceiptService receipts = receipts(fixture);
      long customer = fixture.customer();
      String jws = receipts.issue(customer, EMAIL).jws();
      int at = jws.indexOf('.') + 40;
      String changed = jws.substring(0, at) + (jws.charAt(at) == 'A' ? 'B' : 'A');
      assertThat(receipts.check(changed + jws.substring(at + 1)).signed()).isFalse();
      assertThat(receipts.check("rien").payload()).isNull();
      Files.delete(keys.resolve("ledger.pem"));
      assertThat(receipts(fixture).check(jws).signed()).isFalse();
      long nobody = fixture.platform.newCustomer();
      assertThatThrownBy(() -> receipts.issue(nobody, ConsentType.ANALYTICS))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo("receipt.never_asked"));
    }
  }

  /** With a JVM of its own that has nothing but the bundle's classes. */
  @EveryServer
  void aReceiptIsCheckedOfflineByACommand(DatabaseServer server) throws Exception {
    try (Fixture fixture = new Fixture(server, keys)) {
      String jws = receipts(fixture).issue(fixture.customer(), EMAIL).jws();
      Path good = Files.writeString(keys.resolve("recu.jws"), jws);
      String other = receipts(fixture).issue(fixture.customer(), EMAIL).jws();
      String exchanged =
          jws.substring(0, jws.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
      Path bad = Files.writeString(keys.resolve("faux.jws"), exchanged);
      assertThat(command(good)).isEqualTo(0);
      assertThat(command(bad)).isNotEqualTo(0);
    }
  }

  private int command(Path receipt) throws Exception {
    Path classes =
        Path.of(CheckReceipt.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classes.toString(),
                    CheckReceipt.class.getName(),
                    receipt.toString(),
                    keys.resolve("ledger.pub.pem").toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains(process.exitValue() == 0 ? "marketing_email" : "FORGED");
    return process.exitValue();
  }
}
