package com.chronotech.customer360.communications;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Addresses that nothing is sent to. Needs {@link MessageService#MANAGE}; callers, transactions and
 * errors are those of {@link MessageService}. Thread-safe.
 */
@ProviderType
public interface SuppressionService {

  /** Whether an e-mail address or number is suppressed. */
  boolean isSuppressed(String address);

  /** Suppresses an address by hand; without effect when it is. */
  Suppression suppress(String address);

  /**
   * Lifts a suppression.
   *
   * @return whether one stood
   */
  boolean lift(String address);

  /**
   * Suppressions that stand, newest first.
   *
   * @param limit 1 to 1,000
   */
  List<Suppression> standing(int limit);
}
