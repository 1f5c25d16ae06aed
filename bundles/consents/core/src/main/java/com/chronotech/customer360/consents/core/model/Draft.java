package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * A decision that was checked by itself, to be appended to what stands.
 *
 * @param customer whose
 * @param type the purpose
 * @param decision what was decided; a withdrawal of what was never agreed to becomes a refusal
 * @param basis {@link Entry#EXPRESS} or {@link Entry#UNPROVEN}
 * @param notice what was shown; null when nothing is known to have been
 * @param source where it was collected, 1 to 100 characters
 * @param channel by which channel; null when unknown
 * @param collected personal facts, its evidence a JSON object as text or null
 * @param origin {@code api}, {@code import}, {@code adoption} or {@code link}
 * @param occurredAt when, to the microsecond
 * @param validUntil when it ends, exclusive; null when it does not
 * @param endGiven whether that end was asked for, so that it counts as something new
 * @param birthDate learned now; null when it was not
 * @param yielding whether it takes the instant of the version that stands where it lies before, for
 *     sources whose times cannot be trusted; else it is refused
 */
public record Draft(
    Person customer,
    ConsentType type,
    Decision decision,
    String basis,
    Entry.Shown notice,
    String source,
    Channel channel,
    Collected collected,
    String origin,
    Instant occurredAt,
    Instant validUntil,
    boolean endGiven,
    LocalDate birthDate,
    boolean yielding) {

  /** Recorded by a caller of the API. */
  public static final String API = "api";

  /** Read from a file. */
  public static final String IMPORT = "import";

  /** Taken over from the host. */
  public static final String ADOPTION = "adoption";

  /** By a signed link. */
  public static final String LINK = "link";

  /**
   * Whose decision it is.
   *
   * @param id the host's customer
   * @param zone the customer's, in which months and ages are counted
   * @param language of the entry on the timeline
   */
  public record Person(long id, ZoneId zone, Locale language) {
    /** Creates a person. */
    public Person {
      Objects.requireNonNull(zone, "zone");
      Objects.requireNonNull(language, "language");
    }
  }

  /** Creates a draft. */
  public Draft {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(collected, "collected");
    Objects.requireNonNull(occurredAt, "occurredAt");
  }
}
