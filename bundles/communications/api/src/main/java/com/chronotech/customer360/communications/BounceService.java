package com.chronotech.customer360.communications;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes reports of messages that came back, for modules that hear of them in ways of their own.
 * Needs {@link MessageService#MANAGE}; callers, transactions and errors are those of {@link
 * MessageService}. Thread-safe.
 */
@ProviderType
public interface BounceService {

  /**
   * Records a report. A hard bounce or a complaint marks the message, tells the timeline and
   * suppresses the address; a soft one is only kept. The same report again does nothing.
   *
   * @return what it led to
   */
  Effect report(BounceReport report);

  /** What a report led to. */
  enum Effect {
    /** The address is suppressed now. */
    SUPPRESSED,
    /** Kept, with no consequence. */
    KEPT,
    /** Known already. */
    REPEATED,
    /** Neither the message nor, where that is enough, an address is known. */
    UNKNOWN
  }
}
