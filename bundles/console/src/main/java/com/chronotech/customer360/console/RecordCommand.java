package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:record}. */
@Service
@Command(
    scope = "customer360",
    name = "record",
    description = "Records an activity on a customer's timeline")
public final class RecordCommand extends ConsoleAction {

  @Reference(optional = true)
  TimelineService timeline;

  @Argument(index = 0, name = "customer", description = "The customer's id", required = true)
  long customer;

  @Argument(index = 1, name = "type", description = "One of the thirteen types", required = true)
  @Completion(ActivityTypes.class)
  String type;

  @Argument(index = 2, name = "title", description = "1 to 255 characters", required = true)
  String title;

  @Option(name = "--description", description = "A longer text")
  String description;

  @Option(name = "--metadata", description = "A JSON object")
  String metadata;

  @Option(name = "--reference", description = "A row of the host, as work_orders:12")
  String reference;

  @Option(name = "--at", description = "When it happened, as 2026-01-31T13:45:00Z; now by default")
  String at;

  @Option(name = "--key", description = "An idempotency key: a repeat with it lands once")
  String key;

  @Override
  void run() throws CommandRefused {
    ActivityType known =
        ActivityType.ofCode(type).orElseThrow(() -> refused("timeline.unknown_type", type));
    NewActivity.Builder activity =
        NewActivity.of(customer, known, title)
            .description(description)
            .metadata(metadata)
            .idempotencyKey(key);
    if (reference != null) {
      refer(activity);
    }
    if (at != null) {
      activity.occurredAt(instant());
    }
    TimelineService.Recorded recorded = need(timeline, "TimelineService").record(activity.build());
    if (json) {
      print(
          Json.object(
              "activity", Json.activity(recorded.activity()), "repeated", recorded.repeated()));
    } else {
      String id = Long.toString(recorded.activity().id());
      out().println(say(recorded.repeated() ? "record.repeated" : "record.recorded", id));
    }
  }

  private void refer(NewActivity.Builder activity) throws CommandRefused {
    int colon = reference.lastIndexOf(':');
    try {
      activity.reference(
          reference.substring(0, Math.max(colon, 0)),
          Long.parseLong(reference.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw refused("record.not_a_reference", reference);
    }
  }

  private Instant instant() throws CommandRefused {
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw refused("record.not_an_instant", at);
    }
  }
}
