package com.chronotech.customer360.platform.idempotency;

import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Does a write once, and answers its repeats as the first was answered. Published by the platform;
 * thread-safe.
 */
@ProviderType
public interface IdempotentRequests {

  /** The most characters (code points) of a key. */
  int MAX_KEY = 120;

  /** For how long a repeat is answered; afterwards the key is as good as new. */
  Duration KEPT = Duration.ofHours(24);

  /**
   * Does the work and keeps its answer, or answers what is kept. The key is written first, in the
   * transaction in which the work runs: a repeat that comes meanwhile, on whatever node, waits for
   * its end. Work that throws leaves nothing behind, neither its own writes nor the key, so that
   * the next repeat does the work. On a conflict of the database the whole is tried again, and so
   * the work must be able to run afresh.
   *
   * <p>A repeat is answered without the work and thus without its checks of permissions: to the
   * same caller, what that caller was answered before.
   *
   * @param key what makes it the same request
   * @param content what was asked for: a repeat must bring the same bytes
   * @param work writes in the current transaction and answers
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code REFUSED}
   *     ({@code request.invalid_fields}) for a key of other than 1 to 120 characters; of kind
   *     {@code CONFLICT} ({@code request.idempotency_conflict}) when the key came with other
   *     content before; or what the work throws
   */
  StoredAnswer once(RequestKey key, byte[] content, Supplier<StoredAnswer> work);
}
