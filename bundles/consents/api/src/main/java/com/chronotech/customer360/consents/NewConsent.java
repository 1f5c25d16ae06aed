package com.chronotech.customer360.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A decision to be recorded. Immutable; made with {@link #of} and the builder. Nothing is checked
 * here but nulls: {@link ConsentService} reports every fault at once.
 *
 * @param customerId the host's customer
 * @param type the one purpose
 * @param decision what the customer decided
 * @param source where it was collected, such as {@code web_form}; 1 to 100 characters
 * @param channel the channel it was collected by; null when unknown
 * @param noticeVersion the notice that was shown, such as {@code 1.0}; null for the one in force
 * @param language the language it was shown in, BCP 47; null for the customer's own
 * @param occurredAt when the customer decided; null for now. Not before the version that stands,
 *     nor in the future
 * @param expiresAt when it ends; null for what the notice says. Never later than that
 * @param evidence a JSON object as text, such as a form's id; null for none
 * @param ipAddress where it came from; null when unknown
 * @param collectedBy the user of the host who collected it; null for the caller
 * @param guardian who decided for a person under 14; null when the customer did
 * @param birthDate the customer's date of birth where it was learned now; null when it was not
 */
public record NewConsent(
    long customerId,
    ConsentType type,
    Decision decision,
    String source,
    Channel channel,
    String noticeVersion,
    String language,
    Instant occurredAt,
    Instant expiresAt,
    String evidence,
    String ipAddress,
    Long collectedBy,
    Guardian guardian,
    LocalDate birthDate) {

  /** Creates a decision; {@code type} and {@code decision} may not be null. */
  public NewConsent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(decision, "decision");
  }

  /** Begins a decision. */
  public static Builder of(long customerId, ConsentType type, Decision decision, String source) {
    return new Builder(customerId, type, decision, source);
  }

  /** Builds a decision. Not thread-safe. */
  public static final class Builder {
    private final long customerId;
    private final ConsentType type;
    private final Decision decision;
    private final String source;
    private Channel channel;
    private String noticeVersion;
    private String language;
    private Instant occurredAt;
    private Instant expiresAt;
    private String evidence;
    private String ipAddress;
    private Long collectedBy;
    private Guardian guardian;
    private LocalDate birthDate;

    private Builder(long customerId, ConsentType type, Decision decision, String source) {
      this.customerId = customerId;
      this.type = type;
      this.decision = decision;
      this.source = source;
    }

    /** Sets the channel it was collected by. */
    public Builder channel(Channel way) {
      this.channel = way;
      return this;
    }

    /** Sets the notice that was shown, and in which language. */
    public Builder notice(String version, String shownIn) {
      this.noticeVersion = version;
      this.language = shownIn;
      return this;
    }

    /** Sets when the customer decided. */
    public Builder occurredAt(Instant instant) {
      this.occurredAt = instant;
      return this;
    }

    /** Sets when it ends. */
    public Builder expiresAt(Instant instant) {
      this.expiresAt = instant;
      return this;
    }

    /** Sets the evidence, a JSON object as text. */
    public Builder evidence(String json) {
      this.evidence = json;
      return this;
    }

    /** Sets where it came from. */
    public Builder ipAddress(String address) {
      this.ipAddress = address;
      return this;
    }

    /** Sets the user of the host who collected it. */
    public Builder collectedBy(Long userId) {
      this.collectedBy = userId;
      return this;
    }

    /** Sets who decided for a person under 14. */
    public Builder guardian(Guardian person) {
      this.guardian = person;
      return this;
    }

    /** Sets the customer's date of birth. */
    public Builder birthDate(LocalDate date) {
      this.birthDate = date;
      return this;
    }

    /** The decision. */
    public NewConsent build() {
      return new NewConsent(
          customerId,
          type,
          decision,
          source,
          channel,
          noticeVersion,
          language,
          occurredAt,
          expiresAt,
          evidence,
          ipAddress,
          collectedBy,
          guardian,
          birthDate);
    }
  }
}
