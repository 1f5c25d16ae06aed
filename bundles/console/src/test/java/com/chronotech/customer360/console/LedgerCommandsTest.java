package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Finding;
import com.chronotech.customer360.consents.LedgerService.Verification;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCommandsTest {

  private List<Finding> findings = List.of();
  private List<LineFault> faults = List.of();

  @TempDir Path folder;

  @Test
  void aSoundLedgerIsSaidToBe() throws Exception {
    assertThat(new Console().run(verify(7L, null))).contains("Le registre est intact.");
    assertThat(new Console().speaking("en").run(verify(null, null)))
        .containsSubsequence("100,000 entries read", "The ledger is sound.");
  }

  @Test
  void aBrokenOneEndsTheCommandWithWhatIsBroken() {
    findings = List.of(new Finding("ledger.hash_mismatch", 7, 3, "0a0a", "Altérée."));
    Console console = new Console();
    assertThatThrownBy(() -> console.run(verify(7L, null)))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("1 anomalies");
  }

  @Test
  void oneScopeIsVerifiedAtATime() {
    assertThatThrownBy(() -> new Console().run(verify(7L, "2026-01-31")))
        .hasMessageContaining("pas les deux");
    assertThatThrownBy(() -> new Console().run(verify(null, "hier"))).hasMessageContaining("hier");
  }

  @Test
  void aFileIsImportedOrItsFaultsAreNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("c.csv"), "customer_id\n7\n");
    assertThat(new Console().run(imports(file, false))).contains("2", "consignées");
    assertThat(new Console().run(imports(file, true))).contains("Essai à blanc");

    faults = List.of(new LineFault(2, "customer_id", "import.unknown_customer", "Inconnu."));
    assertThatThrownBy(() -> new Console().run(imports(file, false)))
        .hasMessageContaining("Rien n’a été écrit");
    assertThatThrownBy(() -> new Console().run(imports(folder.resolve("none.csv"), false)))
        .hasMessageContaining("none.csv");
  }

  private LedgerVerifyCommand verify(Long customer, String day) {
    LedgerVerifyCommand command = new LedgerVerifyCommand();
    command.ledger = new LedgerFake();
    command.customer = customer;
    command.day = day;
    return command;
  }

  private ConsentsImportCommand imports(Path file, boolean dryRun) {
    ConsentsImportCommand command = new ConsentsImportCommand();
    command.transfer = new TransferFake();
    command.file = file.toString();
    command.dryRun = dryRun;
    return command;
  }

  private final class LedgerFake implements LedgerService {
    private Verification found(String scope) {
      return new Verification(scope, ConsentsFake.NOON, ConsentsFake.NOON, 1, 3, findings);
    }

    @Override
    public Verification verifyCustomer(long customerId) {
      return found("customer:" + customerId);
    }

    @Override
    public Verification verifyDay(LocalDate day) {
      return found("day:" + day);
    }

    @Override
    public Verification verifyAll(LongConsumer progress) {
      progress.accept(100_000);
      return found("everything");
    }

    @Override
    public Optional<Root> anchor(LocalDate day) {
      return Optional.empty();
    }

    @Override
    public List<Root> roots(int limit) {
      return List.of();
    }

    @Override
    public Optional<Verification> lastVerification() {
      return Optional.empty();
    }
  }

  private final class TransferFake implements ConsentTransfer {
    private ImportReport report() {
      return new ImportReport(2, 2, 0, faults, faults.size(), false);
    }

    @Override
    public ImportReport check(InputStream csv, LongConsumer progress) {
      return report();
    }

    @Override
    public ImportReport importFile(String name, InputStream csv, LongConsumer progress) {
      return report();
    }

    @Override
    public AdoptionSummary adopt() {
      return new AdoptionSummary(1, 1, 0, 0, 0);
    }
  }
}
