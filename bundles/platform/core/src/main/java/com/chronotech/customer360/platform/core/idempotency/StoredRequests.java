package com.chronotech.customer360.platform.core.idempotency;

import com.chronotech.customer360.platform.idempotency.IdempotentRequests;
import com.chronotech.customer360.platform.idempotency.RequestKey;
import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Keeps the answers in the database that the work writes to. */
public final class StoredRequests implements IdempotentRequests {
  private static final int CHUNK = 500;

  private final RequestTable table;
  private final Transactions transactions;
  private final Clock clock;

  /** Creates the store of requests. */
  public StoredRequests(DataSource dataSource, Transactions transactions, Clock clock) {
    this.table = new RequestTable(dataSource);
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public StoredAnswer once(RequestKey key, byte[] content, Supplier<StoredAnswer> work) {
    check(key.key());
    byte[] keyHash = RequestDigest.of(key);
    byte[] contentHash = RequestDigest.of(content);
    return transactions.required(() -> answer(keyHash, contentHash, work));
  }

  private StoredAnswer answer(byte[] key, byte[] contentHash, Supplier<StoredAnswer> work) {
    Instant now = clock.instant();
    RequestTable.Row row = table.hold(key, contentHash, now);
    if (row.answer() != null) {
      if (row.createdAt().isAfter(now.minus(KEPT))) {
        return repeated(row, contentHash);
      }
      table.renew(key, contentHash, now);
    }
    StoredAnswer answer = work.get();
    table.answer(key, answer);
    return answer;
  }

  private static StoredAnswer repeated(RequestTable.Row row, byte[] contentHash) {
    if (!row.contentHash().equals(ByteBuffer.wrap(contentHash))) {
      throw new ProblemException(
          ProblemException.Kind.CONFLICT,
          "request.idempotency_conflict",
          text("request.idempotency_conflict"),
          List.of());
    }
    return row.answer();
  }

  /**
   * Deletes what is past its time, a chunk a transaction, so that no lock is held for long.
   *
   * @return how many rows that were
   */
  public int sweep() {
    Instant before = clock.instant().minus(KEPT);
    int deleted = 0;
    int chunk;
    do {
      chunk = transactions.required(() -> table.deleteBefore(before, CHUNK));
      deleted += chunk;
    } while (chunk == CHUNK && !Thread.currentThread().isInterrupted());
    return deleted;
  }

  private static void check(String key) {
    int length = key.codePointCount(0, key.length());
    if (length < 1 || length > MAX_KEY) {
      throw new ProblemException(
          ProblemException.Kind.REFUSED,
          "request.invalid_fields",
          text("request.invalid_fields"),
          List.of(
              new Violation(
                  "Idempotency-Key",
                  "request.idempotency_key",
                  text("request.idempotency_key", MAX_KEY))));
    }
  }

  private static LocalizedText text(String key, Object... arguments) {
    return LocalizedText.of(StoredRequests.class, key, arguments);
  }
}
