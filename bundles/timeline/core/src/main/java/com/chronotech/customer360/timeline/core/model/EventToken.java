package com.chronotech.customer360.timeline.core.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a listener has heard: all messages up to one of the outbox, or part of that one.
 *
 * @param sequence the message's number
 * @param index the last activity heard within the message, from 0; {@link #WHOLE} for all of it
 */
public record EventToken(long sequence, int index) implements Comparable<EventToken> {

  /** All activities of the message. */
  public static final int WHOLE = Integer.MAX_VALUE;

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,6}))?");

  /** All of a message, and all before. */
  public static EventToken whole(long sequence) {
    return new EventToken(sequence, WHOLE);
  }

  /** Reads a token; empty when it is none. */
  public static Optional<EventToken> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int index = matcher.group(2) == null ? WHOLE : Integer.parseInt(matcher.group(2));
    return Optional.of(new EventToken(Long.parseLong(matcher.group(1)), index));
  }

  /** The text for clients. */
  public String text() {
    return index == WHOLE ? Long.toString(sequence) : sequence + "-" + index;
  }

  @Override
  public int compareTo(EventToken other) {
    int bySequence = Long.compare(sequence, other.sequence);
    return bySequence != 0 ? bySequence : Integer.compare(index, other.index);
  }
}
