package com.chronotech.customer360.console;

import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostSources.Offer;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:status}. */
@Service
@Command(
    scope = "customer360",
    name = "status",
    description = "Shows whether Customer 360 can serve, and what is missing if not")
public final class StatusCommand extends ConsoleAction {

  @Reference(optional = true)
  List<HealthCheck> checks;

  @Reference(optional = true)
  SchemaReady schema;

  @Reference(optional = true)
  Outbox outbox;

  @Reference(optional = true)
  TimelineService timeline;

  @Reference(optional = true)
  HostSources sources;

  private record Line(String name, boolean up, String detail) {}

  @Override
  void run() {
    List<Line> lines = new ArrayList<>();
    for (HealthCheck check : checks == null ? List.<HealthCheck>of() : checks) {
      lines.add(line(check));
    }
    lines.sort(java.util.Comparator.comparing(Line::name));
    lines.add(service("schema-version", schema, schema == null ? null : schema.version()));
    lines.add(service("timeline", timeline, say("status.published")));
    lines.add(service("events", outbox, events()));
    if (json) {
      print(
          Json.object(
              "up", lines.stream().allMatch(Line::up),
              "checks",
                  lines.stream()
                      .map(l -> Json.object("name", l.name(), "up", l.up(), "detail", l.detail()))
                      .toList(),
              "sources", survey().stream().map(StatusCommand::source).toList()));
      return;
    }
    ShellTable table = new ShellTable();
    table.column(new Col(say("column.check")).bold());
    table.column(new Col(say("column.state")));
    table.column(new Col(say("column.detail")));
    for (Line line : lines) {
      String colour = line.up() ? SimpleAnsi.COLOR_GREEN : SimpleAnsi.COLOR_RED;
      String state = colour + say(line.up() ? "status.up" : "status.down");
      table
          .addRow()
          .addContent(line.name(), state + SimpleAnsi.COLOR_DEFAULT, Printable.line(line.detail()));
    }
    print(table);
    showSources();
  }

  /** What the host offers; looks again, since a table may have come. */
  private List<Offer> survey() {
    try {
      return sources == null ? List.of() : sources.survey();
    } catch (RuntimeException e) {
      // The database is away, which the checks tell.
      return List.of();
    }
  }

  private void showSources() {
    List<Offer> offers = survey();
    if (offers.isEmpty()) {
      return;
    }
    ShellTable table = new ShellTable();
    table.column(new Col(say("column.source")).bold());
    table.column(new Col(say("column.state")));
    table.column(new Col(say("column.missing")));
    table.column(new Col(say("column.changes")));
    table.column(new Col(say("column.remark")));
    for (Offer offer : offers) {
      String provider = offer.provider();
      String name =
          provider == null || !offer.chosen()
              ? offer.kind()
              : offer.kind() + " · " + provider.substring(provider.lastIndexOf('.') + 1);
      table
          .addRow()
          .addContent(
              name,
              Printable.line(state(offer)),
              Printable.line(String.join(", ", new TreeSet<>(offer.missing().keySet()))),
              offer.changes() == null ? "" : say("changes." + offer.changes().name()),
              Printable.line(String.join(", ", offer.remarks())));
    }
    print(table);
  }

  private String state(Offer offer) {
    if (!offer.availability().available()) {
      return say("source.not_available", offer.availability().reason());
    }
    return say(offer.chosen() ? "source.chosen" : "source.stands_back");
  }

  private static Object source(Offer offer) {
    Map<String, String> missing = new TreeMap<>();
    offer.missing().forEach((part, why) -> missing.put(part, why.reason()));
    return Json.object(
        "kind", offer.kind(),
        "provider", offer.provider(),
        "chosen", offer.chosen(),
        "available", offer.availability().available(),
        "reason", offer.availability().reason(),
        "missing", missing,
        "changes", offer.changes() == null ? null : offer.changes().name().toLowerCase(Locale.ROOT),
        "remarks", offer.remarks());
  }

  private Line line(HealthCheck check) {
    try {
      HealthCheck.Result result = check.check();
      return new Line(check.name(), result.up(), result.detail());
    } catch (RuntimeException e) {
      return new Line(
          check.name(), false, say("status.check_failed", e.getClass().getSimpleName()));
    }
  }

  private Line service(String name, Object service, String detail) {
    return new Line(name, service != null, service == null ? say("status.absent") : detail);
  }

  private String events() {
    if (outbox == null) {
      return null;
    }
    try {
      return say("status.events", outbox.dispatchedSequence());
    } catch (RuntimeException e) {
      return say("status.check_failed", e.getClass().getSimpleName());
    }
  }
}
