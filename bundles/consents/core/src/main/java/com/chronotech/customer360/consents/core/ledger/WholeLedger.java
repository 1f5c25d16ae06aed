package com.chronotech.customer360.consents.core.ledger;

import com.chronotech.customer360.consents.core.ledger.model.Faults;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads.Counted;
import com.chronotech.customer360.consents.core.ledger.store.ChainReads.Range;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** One verification of all chains, range by range on two threads beside the caller's. */
final class WholeLedger {
  private static final int THREADS = 2;

  private final ChainReads reads;
  private final Faults faults;
  private final LongConsumer listener;
  private Range range;
  private long read;

  WholeLedger(ChainReads reads, Faults faults, LongConsumer listener) {
    this.reads = reads;
    this.faults = faults;
    this.listener = listener;
  }

  /**
   * Verifies all.
   *
   * @param beside done meanwhile, by the first thread that is free
   */
  Counted verify(Runnable beside) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread made = new Thread(work, "customer360-ledger-verify");
              made.setDaemon(true);
              return made;
            });
    try {
      Future<?> other = threads.submit(beside);
      Callable<Counted> ranges = this::ranges;
      Counted all = new Counted(0, 0);
      for (Future<Counted> one : List.of(threads.submit(ranges), threads.submit(ranges))) {
        Counted counted = one.get();
        all = new Counted(all.chains() + counted.chains(), all.entries() + counted.entries());
      }
      other.get();
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while verifying", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Counted ranges() {
    long chains = 0;
    long entries = 0;
    for (Range next = take(); next != null; next = take()) {
      Counted counted = reads.verify(next, faults, this::progress);
      chains += counted.chains();
      entries += counted.entries();
    }
    return new Counted(chains, entries);
  }

  private synchronized Range take() {
    if (range != null && range.last() == Long.MAX_VALUE) {
      return null;
    }
    range = reads.next(range == null ? 0 : range.last());
    return range;
  }

  private synchronized void progress(long entries) {
    read += entries;
    listener.accept(read);
  }
}
