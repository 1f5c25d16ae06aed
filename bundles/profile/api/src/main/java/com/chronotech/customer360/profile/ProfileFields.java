package com.chronotech.customer360.profile;

import com.chronotech.customer360.host.HostCustomer;
import java.util.List;

/**
 * The six fields of the brief, as a person is shown them: a field that is empty, or that this host
 * has no column for, has the meaning it has by default.
 *
 * @param languageCode a BCP 47 tag such as {@code fr-CA}, which is also the default; an older
 *     host's own word stays as it is. Never null
 * @param timezone a name of the IANA time zone database; the shop's by default. Never null
 * @param segments labels set by hand, in the order they were given; none by default. Never null
 * @param privacyLevel one of {@link #PRIVACY_LEVELS}, {@code normal} by default; a host's own word
 *     reads as the most private of them. Never null
 * @param preferredContactChannel one of {@link #CHANNELS}, {@code email} by default; an older
 *     host's own word stays as it is. Never null
 * @param taxExempt whether taxes are not charged; false by default
 */
public record ProfileFields(
    String languageCode,
    String timezone,
    List<String> segments,
    String privacyLevel,
    String preferredContactChannel,
    boolean taxExempt) {

  /** The levels of privacy, the most open first. */
  public static final List<String> PRIVACY_LEVELS = HostCustomer.PRIVACY_LEVELS;

  /** The channels a customer can prefer. */
  public static final List<String> CHANNELS = List.of("email", "sms", "phone", "none");

  /** Creates the fields. */
  public ProfileFields {
    segments = List.copyOf(segments);
  }
}
