package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:timeline}. */
@Service
@Command(
    scope = "customer360",
    name = "timeline",
    description = "Shows a page of a customer's timeline, newest first")
public final class TimelineCommand extends ConsoleAction {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Reference(optional = true)
  TimelineService timeline;

  @Argument(name = "customer", description = "The customer's id", required = true)
  long customer;

  @Option(
      name = "--type",
      description = "Only this type; may be given several times",
      multiValued = true)
  @Completion(ActivityTypes.class)
  List<String> types;

  @Option(name = "--from", description = "From this day on, as 2026-01-31")
  String from;

  @Option(name = "--to", description = "Up to this day, itself included")
  String to;

  @Option(name = "--words", description = "Only what holds these words in title or description")
  String words;

  @Option(name = "--per-page", description = "How many, 1 to 100")
  int perPage = PageRequest.DEFAULT_PER_PAGE;

  @Option(name = "--page", description = "Which page, from 1")
  int page = 1;

  @Option(name = "--cursor", description = "The page at a cursor that an earlier page showed")
  String cursor;

  @Override
  void run() throws CommandRefused {
    TimelineQuery query =
        new TimelineQuery(customer, chosenTypes(), Set.of(), day(from), day(to), words);
    TimelinePage found =
        need(timeline, "TimelineService").page(query, new PageRequest(page, perPage, cursor));
    if (json) {
      print(
          Json.object(
              "activities", found.activities().stream().map(Json::activity).toList(),
              "total", found.total(),
              "total_exact", found.totalExact(),
              "next_cursor", found.nextCursor(),
              "prev_cursor", found.prevCursor()));
    } else {
      table(found);
    }
  }

  private Set<ActivityType> chosenTypes() throws CommandRefused {
    Set<ActivityType> chosen = new LinkedHashSet<>();
    for (String code : types == null ? List.<String>of() : types) {
      chosen.add(
          ActivityType.ofCode(code).orElseThrow(() -> refused("timeline.unknown_type", code)));
    }
    return chosen;
  }

  private LocalDate day(String typed) throws CommandRefused {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw refused("timeline.not_a_day", typed);
    }
  }

  private void table(TimelinePage found) {
    ShellTable table = new ShellTable().emptyTableText(say("timeline.empty"));
    table.column(new Col(say("column.when")));
    table.column(new Col(say("column.type")).cyan());
    table.column(new Col(say("column.title")).bold());
    table.column(new Col(say("column.reference")));
    table.column(new Col(say("column.actor")));
    for (Activity activity : found.activities()) {
      table
          .addRow()
          .addContent(
              WHEN.format(activity.createdAt()),
              activity.type().code(),
              Printable.line(activity.title()),
              reference(activity),
              actor(activity));
    }
    print(table);
    String shown = found.totalExact() ? "timeline.shown" : "timeline.shown_at_least";
    out().println(say(shown, found.activities().size(), found.total()));
    if (found.hasNext()) {
      out().println(say("timeline.next", Long.toString(customer), found.nextCursor()));
    }
  }

  private static String reference(Activity activity) {
    if (activity.reference() == null) {
      return "";
    }
    if (activity.referenceSummary() != null) {
      return Printable.line(activity.referenceSummary().label());
    }
    // Hosts store a table without an id, and the other way round.
    String table = Printable.line(activity.reference().table());
    long id = activity.reference().id();
    return id == 0 ? table : (table + " " + id).strip();
  }

  private static String actor(Activity activity) {
    if (activity.actorName() != null) {
      return Printable.line(activity.actorName());
    }
    String type = activity.actorType() == null ? "" : activity.actorType().code();
    return activity.actorId() == null ? type : type + " " + activity.actorId();
  }
}
