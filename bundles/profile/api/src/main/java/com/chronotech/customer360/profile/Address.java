package com.chronotech.customer360.profile;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;

/**
 * A place to go or to write to. What is unknown is null.
 *
 * @param id the host's id
 * @param customerId whose address it is
 * @param label such as {@code Entrepôt}
 * @param type one of {@link #TYPES}; an older host's own word stays as it is
 * @param street the number and street
 * @param street2 the floor, the unit
 * @param city the city
 * @param province in Canada one of the thirteen two-letter codes, as far as it was written here
 * @param postalCode the postal code, as its country writes it
 * @param country the country as it was typed
 * @param countryCode the same as ISO 3166-1 alpha-2; null for a word that is no country's name
 * @param latitude degrees north, WGS 84; null without {@code longitude}
 * @param longitude degrees east
 * @param deliveryWindowStart from when deliveries are taken, local time; null without the end
 * @param deliveryWindowEnd until when. Before the start: the window goes over midnight
 * @param instructions how to get in, where to deliver
 * @param serviceZone the zone the shop serves it in
 * @param primary whether it is the customer's primary address; at most one is
 * @param state where it stands
 */
public record Address(
    long id,
    long customerId,
    String label,
    String type,
    String street,
    String street2,
    String city,
    String province,
    String postalCode,
    String country,
    String countryCode,
    BigDecimal latitude,
    BigDecimal longitude,
    LocalTime deliveryWindowStart,
    LocalTime deliveryWindowEnd,
    String instructions,
    String serviceZone,
    boolean primary,
    State state)
    implements CustomerRecord {

  /** What an address can be for. */
  public static final List<String> TYPES = List.of("billing", "shipping", "service");

  /** Sets the label. */
  public static final RecordKey<String> LABEL = RecordKey.text("label");

  /** Sets the type, one of {@link #TYPES}. */
  public static final RecordKey<String> TYPE = RecordKey.text("type");

  /** Sets the number and street. */
  public static final RecordKey<String> STREET = RecordKey.text("street");

  /** Sets the floor or the unit. */
  public static final RecordKey<String> STREET2 = RecordKey.text("street2");

  /** Sets the city. */
  public static final RecordKey<String> CITY = RecordKey.text("city");

  /** Sets the province: in Canada a code or a name, kept as the code. */
  public static final RecordKey<String> PROVINCE = RecordKey.text("province");

  /** Sets the postal code, checked by country. */
  public static final RecordKey<String> POSTAL_CODE = RecordKey.text("postal_code");

  /** Sets the country, by code or by name. */
  public static final RecordKey<String> COUNTRY = RecordKey.text("country");

  /** Sets the latitude, -90 to 90, with the longitude. */
  public static final RecordKey<BigDecimal> LATITUDE =
      new RecordKey<>("latitude", BigDecimal.class);

  /** Sets the longitude, -180 to 180, with the latitude. */
  public static final RecordKey<BigDecimal> LONGITUDE =
      new RecordKey<>("longitude", BigDecimal.class);

  /** Sets from when deliveries are taken, with the end. */
  public static final RecordKey<LocalTime> DELIVERY_WINDOW_START =
      new RecordKey<>("delivery_window_start", LocalTime.class);

  /** Sets until when, with the start; before it only with the confirmation. */
  public static final RecordKey<LocalTime> DELIVERY_WINDOW_END =
      new RecordKey<>("delivery_window_end", LocalTime.class);

  /** Sets the instructions. */
  public static final RecordKey<String> INSTRUCTIONS = RecordKey.text("instructions");

  /** Sets the service zone. */
  public static final RecordKey<String> SERVICE_ZONE = RecordKey.text("service_zone");

  /** Makes it the primary address in the place of another, or gives that up. */
  public static final RecordKey<Boolean> PRIMARY = RecordKey.flag("is_primary");

  /** Whether deliveries are taken over midnight. */
  public boolean windowOverMidnight() {
    return deliveryWindowStart != null
        && deliveryWindowEnd != null
        && deliveryWindowStart.isAfter(deliveryWindowEnd);
  }
}
