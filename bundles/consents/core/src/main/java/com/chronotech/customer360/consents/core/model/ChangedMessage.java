package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outbox message of consents that changed or ended.
 *
 * @param events what happened, in the order of recording
 */
public record ChangedMessage(List<ConsentEvent> events) {

  /** The topic of these messages. */
  public static final String TOPIC = "consents.changed";

  /** So many events are one message: who reads five hundred of them at once holds them all. */
  public static final int EVENTS_A_MESSAGE = 100;

  private static final Pattern EVENT =
      Pattern.compile(
          "\\[([0-9]{1,19}),\"([a-z_]+)\",\"([a-z_]+)\",([0-9]{1,10}),\"([0-9a-f-]{36})\","
              + "\"([^\"]{20,30})\"\\]");

  /** Creates a message. */
  public ChangedMessage {
    events = List.copyOf(events);
  }

  /** The payload, as JSON: customer, purpose, state, version, record and time of each. */
  public String payload() {
    StringBuilder json = new StringBuilder(20 + 130 * events.size()).append("{\"consents\":[");
    String before = "[";
    for (ConsentEvent event : events) {
      json.append(before).append(event.customerId());
      json.append(",\"").append(event.type().code()).append("\",\"").append(event.state().code());
      json.append("\",").append(event.version()).append(",\"").append(event.recordId());
      json.append("\",\"").append(CanonicalEntry.time(event.at())).append("\"]");
      before = ",[";
    }
    return json.append("]}").toString();
  }

  /** Reads what {@link #payload} wrote, whatever blanks a server put between. */
  public static ChangedMessage parse(String payload) {
    List<ConsentEvent> events = new ArrayList<>();
    Matcher matcher = EVENT.matcher(payload.replace(" ", ""));
    while (matcher.find()) {
      Optional<ConsentType> type = ConsentType.ofCode(matcher.group(2));
      Optional<ConsentState> state = state(matcher.group(3));
      if (type.isPresent() && state.isPresent()) {
        events.add(
            new ConsentEvent(
                Long.parseLong(matcher.group(1)),
                type.get(),
                state.get(),
                Integer.parseInt(matcher.group(4)),
                matcher.group(5),
                Instant.parse(matcher.group(6))));
      }
    }
    return new ChangedMessage(events);
  }

  private static Optional<ConsentState> state(String code) {
    return Arrays.stream(ConsentState.values()).filter(each -> each.code().equals(code)).findAny();
  }
}
