package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.consents.core.transfer.csv.CsvFile;
import com.chronotech.customer360.consents.core.transfer.csv.Faults;
import com.chronotech.customer360.consents.core.transfer.csv.ImportLine;
import com.chronotech.customer360.consents.core.transfer.csv.SortedLines;
import com.chronotech.customer360.consents.core.transfer.store.ImportTable.Imported;
import com.chronotech.customer360.consents.core.transfer.store.TransferStore;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.tx.Transactions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a file: read and tried as a whole first, then written in one transaction, or not at all.
 * Thread-safe.
 */
final class CsvImport {
  private static final Logger LOG = LoggerFactory.getLogger(CsvImport.class);
  private static final int CHECKED_AT_ONCE = 10_000;

  /** A line that is written weighs some ten times one that is read: drafts, rows and statements. */
  private static final int WRITTEN_AT_ONCE = 2_000;

  private static final Set<String> TYPES =
      Arrays.stream(ConsentType.values()).map(ConsentType::code).collect(Collectors.toSet());

  private final Transactions transactions;
  private final Clock clock;
  private final ConsentStore store;
  private final TransferStore tables;
  private final EntryWriter writer;
  private final Notices notices;
  private final Customers customers;

  /** What was found amid writing: somebody was faster, and nothing must stand. */
  private static final class FoundLate extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ImportReport report;

    FoundLate(ImportReport report) {
      super("the import is rolled back", null, false, false);
      this.report = report;
    }
  }

  CsvImport(
      Transactions transactions,
      Clock clock,
      ConsentStore store,
      TransferStore tables,
      EntryWriter writer,
      Notices notices,
      Customers customers) {
    this.transactions = transactions;
    this.clock = clock;
    this.store = store;
    this.tables = tables;
    this.writer = writer;
    this.notices = notices;
    this.customers = customers;
  }

  /** Reads a file, tells its faults, and records it where that is asked for and there are none. */
  ImportReport run(UploadedFile file, Caller caller, boolean write, LongConsumer progress)
      throws IOException {
    OptionalLong before = tables.imports().linesOf(file.hash());
    if (before.isPresent()) {
      long lines = before.getAsLong();
      return new ImportReport(lines, 0, lines, List.of(), 0, true);
    }
    Instant started = clock.instant();
    Faults faults = new Faults();
    try (SortedLines lines = new SortedLines(file.folder())) {
      long total = new CsvFile(file.path()).read(lines::add, faults, progress);
      FilePlan plan = new FilePlan(notices.shelf(), caller, now(), faults);
      lines.chunks(CHECKED_AT_ONCE, chunk -> plan.drafts(chunk, around(chunk, false)));
      if (!write || !faults.none()) {
        return report(total, plan, faults, caller);
      }
      LOG.info("Importing consents of {}: {} lines", file.name(), total);
      return transactions.requiredWithin(
          timeFor(total), () -> written(file, lines, total, started, caller));
    } catch (FoundLate late) {
      return late.report;
    }
  }

  /** Ten minutes, and one more for each ten thousand lines: ten times what it usually takes. */
  private static Duration timeFor(long lines) {
    return Duration.ofMinutes(10 + lines / 10_000);
  }

  private ImportReport written(
      UploadedFile file, SortedLines lines, long total, Instant started, Caller caller) {
    Faults faults = new Faults();
    FilePlan plan = new FilePlan(notices.shelf(), caller, now(), faults);
    lines.chunks(
        WRITTEN_AT_ONCE,
        chunk -> {
          List<Draft> drafts = plan.drafts(chunk, around(chunk, true));
          if (faults.none()) {
            writer.append(drafts);
          }
        });
    if (!faults.none()) {
      throw new FoundLate(report(total, plan, faults, caller));
    }
    boolean first =
        tables
            .imports()
            .add(
                new Imported(
                    file.hash(),
                    file.name(),
                    total,
                    plan.recorded(),
                    plan.unchanged(),
                    started,
                    clock.instant(),
                    caller.name()));
    if (!first) {
      throw new FoundLate(new ImportReport(total, 0, total, List.of(), 0, true));
    }
    return report(total, plan, faults, caller);
  }

  private static ImportReport report(long total, FilePlan plan, Faults faults, Caller caller) {
    return new ImportReport(
        total,
        plan.recorded(),
        plan.unchanged(),
        faults.in(caller.locale()),
        faults.lines(),
        false);
  }

  /** Reads what lines are held against, in as many statements as for one. */
  private FilePlan.Around around(List<ImportLine> lines, boolean lock) {
    Set<Long> ids =
        lines.stream()
            .map(line -> line.consent().customerId())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<Long, HostCustomer> known = customers.found(ids);
    ids.retainAll(known.keySet());
    Map<Long, ChainHead> heads;
    if (ids.isEmpty()) {
      heads = Map.of();
    } else {
      heads = lock ? store.chains().lock(ids, now()) : store.chains().find(ids);
    }
    return new FilePlan.Around(
        known, heads, store.entries().standing(heads, TYPES), tables.facts().of(heads.keySet()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
