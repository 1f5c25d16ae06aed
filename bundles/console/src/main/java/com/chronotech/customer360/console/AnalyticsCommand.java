package com.chronotech.customer360.console;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.FleetFigures;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.Verification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:analytics}. */
@Service
@Command(
    scope = "customer360",
    name = "analytics",
    description = "Shows the figures of a customer or of all, and computes or verifies those kept")
public final class AnalyticsCommand extends ConsoleAction {
  private static final int LINES = 50;

  @Reference(optional = true)
  AnalyticsService analytics;

  @Reference(optional = true)
  FleetAnalytics fleet;

  @Argument(name = "customer", description = "The customer's id")
  Long customer;

  @Option(name = "--fleet", description = "Shows the figures of all customers")
  boolean all;

  @Option(
      name = "--by",
      description = "With --fleet: total, segment, city, technician or vehicle_make")
  String by = Dimension.TOTAL.code();

  @Option(name = "--period", description = "6m, 1y or 2y")
  String period = Period.ONE_YEAR.code();

  @Option(name = "--recompute", description = "Has every customer computed again, or resumes it")
  boolean recompute;

  @Option(name = "--verify", description = "Has the kept figures compared with the host's rows")
  boolean verify;

  @Option(name = "--stop", description = "Stops what goes over all customers")
  boolean stop;

  @Option(name = "--status", description = "Shows how the kept figures are")
  boolean status;

  @Override
  void run() throws CommandRefused {
    long wishes =
        Stream.of(customer != null, all, recompute, verify, stop, status)
            .filter(wish -> wish)
            .count();
    if (wishes != 1) {
      throw refused("analytics.one_of");
    }
    if (customer != null) {
      show(need(analytics, "AnalyticsService").analytics(customer, period(), false));
      return;
    }
    FleetAnalytics service = need(fleet, "FleetAnalytics");
    if (all) {
      show(service.figures(dimension(), period(), null, LINES));
      return;
    }
    if (recompute) {
      service.recompute();
    } else if (verify) {
      service.verify();
    } else if (stop) {
      service.stop();
    }
    show(service.state());
  }

  private Period period() throws CommandRefused {
    Optional<Period> known = Period.ofCode(period);
    if (known.isEmpty()) {
      throw refused("analytics.unknown_period", period);
    }
    return known.get();
  }

  private Dimension dimension() throws CommandRefused {
    Optional<Dimension> known = Dimension.ofCode(by);
    if (known.isEmpty()) {
      throw refused("analytics.unknown_dimension", by);
    }
    return known.get();
  }

  private void show(CustomerAnalytics found) {
    FigureTable table = new FigureTable(this);
    if (json) {
      print(
          Json.object(
              "customer_id", found.customerId(),
              "as_of", Json.text(found.asOf()),
              "period", found.period().code(),
              "figures", table.json(found.figures()),
              "churn_risk", table.json(found.churn().risk()),
              "withheld", found.withheld()));
      return;
    }
    print(table.of("", found.figures()));
    if (found.churn().risk() != null) {
      print(table.of("", List.of(found.churn().risk())));
      found.churn().reasons().forEach(reason -> out().println("  " + reason.words().in(locale())));
    }
  }

  private void show(FleetFigures found) {
    FigureTable table = new FigureTable(this);
    if (json) {
      print(
          Json.object(
              "as_of", Json.text(found.asOf()),
              "complete", found.complete(),
              "period", found.period().code(),
              "by", found.dimension().code(),
              "lines",
                  found.lines().stream()
                      .map(
                          line ->
                              Json.object(
                                  "value", line.value(),
                                  "label", line.label(),
                                  "figures", table.json(line.figures())))
                      .toList(),
              "withheld", found.withheld()));
      return;
    }
    out().println(say(found.complete() ? "analytics.as_of" : "analytics.incomplete", found.asOf()));
    found
        .lines()
        .forEach(
            line -> {
              String label =
                  found.dimension() == Dimension.TOTAL
                      ? say("analytics.total")
                      : line.label().isEmpty() ? say("analytics.unknown") : line.label();
              print(table.of(Printable.line(label), line.figures()));
            });
    if (found.nextCursor() != null) {
      out().println(say("analytics.more", LINES));
    }
  }

  private void show(KeptState state) {
    Verification verified = state.verified();
    if (json) {
      print(
          Json.object(
              "complete",
              state.complete(),
              "as_of",
              Json.text(state.asOf()),
              "backlog",
              state.backlog(),
              "reconciled_at",
              Json.text(state.reconciledAt()),
              "run",
              state.run() == null ? null : Json.text(state.run().kind()),
              "percent",
              state.run() == null ? null : state.run().percent(),
              "stopped",
              state.run() == null ? null : state.run().stopped(),
              "differences",
              verified == null ? null : verified.differences()));
      return;
    }
    out()
        .println(
            say(
                "analytics.state",
                say(state.complete() ? "analytics.whole" : "analytics.not_whole"),
                state.asOf(),
                state.backlog(),
                state.reconciledAt() == null ? "–" : state.reconciledAt()));
    if (state.run() != null) {
      String key = state.run().stopped() ? "analytics.stopped" : "analytics.running";
      out().println(say(key, state.run().kind(), state.run().percent()));
    }
    if (verified != null) {
      out()
          .println(
              say(
                  "analytics.verified",
                  verified.finishedAt(),
                  verified.customers(),
                  verified.differences(),
                  verified.pending()));
      verified
          .findings()
          .forEach(
              finding ->
                  out()
                      .println(
                          "  "
                              + (finding.customerId() == 0 ? "" : finding.customerId() + " ")
                              + Printable.line(finding.place())
                              + ": "
                              + finding.kept()
                              + " ≠ "
                              + finding.computed()));
    }
  }
}
