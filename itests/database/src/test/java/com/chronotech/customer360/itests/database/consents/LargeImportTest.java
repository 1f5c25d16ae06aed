package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Imports a file in a JVM of 64 MiB; {@code -Dimport.lines} tells how many lines. */
@Tag("small-heap")
class LargeImportTest {
  private static final int LINES = Integer.getInteger("import.lines", 40_000);
  private static final List<ConsentType> TYPES =
      List.of(
          ConsentType.MARKETING_EMAIL,
          ConsentType.MARKETING_SMS,
          ConsentType.ANALYTICS,
          ConsentType.PROFILING,
          ConsentType.DATA_SHARING);

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  @TempDir Path folder;

  private Path file() throws IOException {
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("customer_id,consent_type,decision,occurred_at,source,notice_version,evidence\n");
      int customers = LINES / TYPES.size();
      for (ConsentType type : TYPES) {
        for (int i = customers; i > 0; i--) {
          out.write(
              i
                  + ","
                  + type.code()
                  + (i % 3 == 0 ? ",refused" : ",granted")
                  + ",2026-01-01T10:00:00Z,web_form,1.0,\"{\"\"form\"\":"
                  + i
                  + "}\"\n");
        }
      }
    }
    return file;
  }

  private static ImportReport load(TransferNode node, Path file, List<Long> progress)
      throws IOException {
    long began = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      return node.transfer().importFile("large.csv", in, progress::add);
    } finally {
      System.getLogger(LargeImportTest.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "{0} lines in {1} s",
              LINES,
              Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
  }

  @EveryServer(ServerProduct.MARIADB_11_4)
  void passesThroughASmallHeapAndOneBadLineKeepsAllOut(DatabaseServer server) throws IOException {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(80L << 20);
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database);
      database.update(
          "insert into customers (id, name) select seq, 'Client' from seq_501_to_" + LINES);
      try (TestPlatform platform = TestPlatform.forgetful(database, "one")) {
        ConsentsNode consents = new ConsentsNode(platform);
        consents.publishNotices("1.0");
        try (TransferNode node = new TransferNode(consents)) {
          Path good = file();
          Path bad = Files.copy(good, folder.resolve("bad.csv"));
          Files.writeString(bad, "1,analytics,granted,01/02/2026,x,,\n", StandardOpenOption.APPEND);
          ImportReport refused = load(node, bad, new ArrayList<>());
          assertThat(refused.faultCount()).isOne();
          assertThat(refused.faults())
              .extracting(LineFault::line)
              .containsExactly((long) LINES + 2);
          assertThat(database.number("select count(*) from c360_consent_entry")).isZero();
          assertThat(database.number("select count(*) from c360_consent_chain")).isZero();

          List<Long> progress = new ArrayList<>();
          ImportReport report = load(node, good, progress);
          assertThat(report).isEqualTo(new ImportReport(LINES, LINES, 0, List.of(), 0, false));
          assertThat(progress).hasSize(LINES / 10_000 + 1).endsWith((long) LINES);
          assertThat(database.number("select count(*) from c360_consent_entry")).isEqualTo(LINES);
          assertThat(load(node, good, progress).repeated()).isTrue();
          heardOfAll(database);
        }
      }
    }
  }

  /** The node's listeners are told of every line, in the same heap. */
  private static void heardOfAll(TestDatabase database) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (database.number("select count(*) from c360_outbox where seq is null") > 0
        || database.number("select min(seq) from c360_outbox_cursor")
            < database.number("select max(seq) from c360_outbox")) {
      assertThat(System.nanoTime()).as("events are handed out").isLessThan(end);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
