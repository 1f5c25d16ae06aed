package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.consents.core.transfer.store.TransferStore;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports and the adoption, shared by every bundle's {@link TransferFacade} and by the REST edge:
 * asks whether the caller may, then does it. Looks at the host's tables again and again in the
 * background. Thread-safe.
 */
@Component(
    service = Transfers.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.consents")
public final class Transfers {
  private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

  private final Callers callers;
  private final CsvImport files;
  private final ConsentAdoption adoption;
  private final long maxBytes;
  private final ScheduledExecutorService background;
  private final Future<?> looking;
  private volatile boolean stopped;

  /** Creates the transfers, and begins to look at the host where the configuration says so. */
  @Activate
  public Transfers(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference Customers customers,
      @Reference ConsentStore store,
      @Reference TransferStore tables,
      @Reference Notices notices,
      @Reference EntryWriter writer,
      TransferConfiguration configuration,
      Map<String, ?> properties) {
    this.callers = callers;
    this.maxBytes = configuration.import_max_bytes();
    this.files = new CsvImport(transactions, clock, store, tables, writer, notices, customers);
    this.adoption =
        new ConsentAdoption(
            transactions,
            clock,
            store,
            tables,
            writer,
            notices,
            customers,
            new Vouching(properties),
            configuration.adoption_chunk_rows());
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-consent-adoption");
              thread.setDaemon(true);
              return thread;
            });
    this.looking =
        configuration.adoption_at_start()
            ? background.scheduleWithFixedDelay(
                this::look, 0, configuration.adoption_minutes(), TimeUnit.MINUTES)
            : null;
  }

  private void look() {
    try {
      AdoptionSummary summary = adoption.run(() -> stopped);
      if (summary.adopted() > 0) {
        LOG.info(
            "Took over {} consents of the host, {} without proof; {} of other purposes and {}"
                + " without a customer stay where they are",
            summary.adopted(),
            summary.unproven(),
            summary.unmapped(),
            summary.orphaned());
      }
    } catch (ProblemException e) {
      LOG.warn("The host's consents wait for the next look: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The host's consents could not be taken over; the next look tries again", e);
    }
  }

  /** Takes over what the host holds. */
  AdoptionSummary adopt(Caller caller) {
    callers.require(caller, ConsentService.IMPORT);
    return adoption.run(() -> stopped);
  }

  /**
   * Reads a file, and records it where that is asked for and it has no fault.
   *
   * @param limited whether the largest size of a file by HTTP holds
   */
  public ImportReport file(
      Caller caller,
      String name,
      InputStream csv,
      boolean write,
      boolean limited,
      LongConsumer progress) {
    callers.require(caller, ConsentService.IMPORT);
    try (UploadedFile file = UploadedFile.of(name, csv, limited ? maxBytes : Long.MAX_VALUE)) {
      return files.run(file, caller, write, progress);
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "import.unreadable",
          LocalizedText.of(Transfers.class, "import.unreadable"),
          e);
    }
  }

  /** Ends the background with the component; a chunk that is under way is finished first. */
  @Deactivate
  public void stop() {
    stopped = true;
    if (looking != null) {
      looking.cancel(false);
    }
    background.shutdown();
    try {
      background.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
