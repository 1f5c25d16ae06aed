package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.core.model.BackOff;
import com.chronotech.customer360.communications.core.model.ContactHours;
import com.chronotech.customer360.communications.core.model.Sender;
import java.time.Duration;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The settings of messages, as values. Immutable. */
@Component(service = Settings.class, configurationPid = "com.chronotech.customer360.communications")
@Designate(ocd = CommunicationsConfiguration.class)
public final class Settings {
  private final Sender sender;
  private final ContactHours hours;
  private final String country;
  private final int attachmentBytes;
  private final Duration kept;
  private final Queue queue;

  /**
   * How the queue is worked.
   *
   * @param poll between two looks; zero for never
   * @param lease after which a node that does not answer is taken for dead
   * @param backOff how tries follow each other
   * @param alarm how long a message may be due before health fails
   */
  public record Queue(Duration poll, Duration lease, BackOff backOff, Duration alarm) {}

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException when one cannot be read, with its name
   */
  @Activate
  public Settings(CommunicationsConfiguration configuration) {
    this.sender =
        new Sender(
            configuration.sender_name().strip(),
            configuration.sender_address().strip(),
            configuration.sender_contact().strip());
    this.hours =
        ContactHours.read(configuration.commercial_hours())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "commercial.hours are such as 08:00-20:00, not "
                            + configuration.commercial_hours()));
    this.country = configuration.country().strip().toUpperCase(Locale.ROOT);
    this.attachmentBytes = configuration.attachments_max_bytes();
    this.kept = Duration.ofDays(configuration.bodies_keep_days());
    this.queue =
        new Queue(
            Duration.ofSeconds(configuration.queue_poll_seconds()),
            Duration.ofMinutes(configuration.queue_lease_minutes()),
            new BackOff(
                Duration.ofSeconds(configuration.retry_first_seconds()),
                Duration.ofMinutes(configuration.retry_longest_minutes()),
                configuration.retry_attempts()),
            Duration.ofMinutes(configuration.health_lag_minutes()));
  }

  /** Who sends. */
  public Sender sender() {
    return sender;
  }

  /** When commercial messages may go to customers who say nothing of it. */
  public ContactHours hours() {
    return hours;
  }

  /** The country of telephone numbers that name none. */
  public String country() {
    return country;
  }

  /** The most bytes that the files of one message have together. */
  public int attachmentBytes() {
    return attachmentBytes;
  }

  /** For how long after its end a message's words are kept; zero for ever. */
  public Duration kept() {
    return kept;
  }

  /** How the queue is worked. */
  public Queue queue() {
    return queue;
  }
}
