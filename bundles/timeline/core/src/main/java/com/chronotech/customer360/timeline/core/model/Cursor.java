package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.timeline.TimelineQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A place on a timeline, and which way to read from it. Opaque to clients. It carries a sum of the
 * query's filters, so that a cursor used with other filters is refused instead of skipping
 * activities without a word.
 *
 * @param direction which way
 * @param place where; null for the very end that lies in the other direction
 * @param filters the sum of the filters
 */
public record Cursor(Direction direction, Place place, int filters) {

  private static final int VERSION = 1;
  private static final int BYTES = 1 + 1 + 8 + 8 + 4 + 4;

  /** Which way to read. */
  public enum Direction {
    /** Towards older activities. */
    OLDER,
    /** Towards newer ones. */
    NEWER
  }

  /**
   * Between two activities.
   *
   * @param micros when the activity at the place happened, in microseconds since 1970; {@link
   *     #UNDATED} for a row of the host without a time, which lies before all others
   * @param id its id
   */
  public record Place(long micros, long id) {
    /** Stands for a row without a time. */
    public static final long UNDATED = Long.MIN_VALUE;
  }

  /** A cursor for a query. */
  public static Cursor of(Direction direction, Place place, TimelineQuery query) {
    return new Cursor(direction, place, sum(query));
  }

  /** Begins with the newest activity of a day of a time zone, or of a day before it. */
  public static Cursor endOf(LocalDate day, ZoneId zone, TimelineQuery query) {
    Instant after = day.plusDays(1).atStartOfDay(zone).toInstant();
    Place place = new Place(TimeUnit.SECONDS.toMicros(after.getEpochSecond()), 0);
    return of(Direction.OLDER, place, query);
  }

  /** The text for clients. */
  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.put((byte) VERSION);
    bytes.put((byte) ((direction == Direction.OLDER ? 0 : 1) + (place == null ? 2 : 0)));
    bytes.putLong(place == null ? 0 : place.micros());
    bytes.putLong(place == null ? 0 : place.id());
    bytes.putInt(filters);
    bytes.putInt(check(bytes.array(), BYTES - 4));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  public static Optional<Cursor> decode(String text) {
    byte[] raw;
    try {
      raw = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (raw.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    int version = bytes.get();
    int way = bytes.get();
    long micros = bytes.getLong();
    long id = bytes.getLong();
    int filters = bytes.getInt();
    if (version != VERSION || way < 0 || way > 3 || bytes.getInt() != check(raw, BYTES - 4)) {
      return Optional.empty();
    }
    Place place = way > 1 ? null : new Place(micros, id);
    Direction direction = way % 2 == 0 ? Direction.OLDER : Direction.NEWER;
    return Optional.of(new Cursor(direction, place, filters));
  }

  /** Whether the cursor was given out for a query with the same filters. */
  public boolean fits(TimelineQuery query) {
    return filters == sum(query);
  }

  private static int sum(TimelineQuery query) {
    String filters =
        query.customerId()
            + "|"
            + query.types().stream().map(Enum::name).sorted().collect(Collectors.joining(","))
            + "|"
            + query.actorTypes().stream().map(Enum::name).sorted().collect(Collectors.joining(","))
            + "|"
            + Objects.toString(query.from(), "")
            + "|"
            + Objects.toString(query.to(), "")
            + "|"
            + String.join(" ", SearchWords.of(query.words()));
    byte[] bytes = filters.getBytes(StandardCharsets.UTF_8);
    return check(bytes, bytes.length);
  }

  private static int check(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
