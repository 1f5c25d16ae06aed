package com.chronotech.customer360.timeline.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outbox message of activities that were recorded together.
 *
 * @param entries the activities, in the order of recording
 */
public record RecordedMessage(List<Entry> entries) {

  /** The topic of these messages. */
  public static final String TOPIC = "timeline.recorded";

  private static final Pattern ENTRY = Pattern.compile("\\[([0-9]{1,19}),([0-9]{1,19})\\]");

  /**
   * One activity.
   *
   * @param activityId its id
   * @param customerId whose it is
   */
  public record Entry(long activityId, long customerId) {}

  /** Creates a message. */
  public RecordedMessage {
    entries = List.copyOf(entries);
  }

  /** The payload, as JSON: {@code {"activities":[[id, customer],…]}}. */
  public String payload() {
    StringBuilder json = new StringBuilder(20 + 24 * entries.size()).append("{\"activities\":[");
    String before = "[";
    for (Entry entry : entries) {
      json.append(before).append(entry.activityId()).append(',').append(entry.customerId());
      json.append(']');
      before = ",[";
    }
    return json.append("]}").toString();
  }

  /** Reads what {@link #payload} wrote, whatever blanks a server put between. */
  public static RecordedMessage parse(String payload) {
    List<Entry> entries = new ArrayList<>();
    Matcher matcher = ENTRY.matcher(payload.replace(" ", ""));
    while (matcher.find()) {
      entries.add(new Entry(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
    }
    return new RecordedMessage(entries);
  }

  /** The token after one of the activities, in a message with this number. */
  public EventToken token(long sequence, int index) {
    return entries.size() == 1 ? EventToken.whole(sequence) : new EventToken(sequence, index);
  }
}
