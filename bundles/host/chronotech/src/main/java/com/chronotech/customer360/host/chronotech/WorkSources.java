package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.HostWorkOrders.State;
import com.chronotech.customer360.host.chronotech.FactSource.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the workshop did: work orders, appointments, vehicles. */
final class WorkSources {
  static final FactSource WORK_ORDERS =
      new FactSource(
          List.of("work_orders"),
          List.of("id", "customer_id", "created_at"),
          List.of(
              "claim_number",
              "description",
              "priority",
              "status",
              "assigned_technician_id",
              "created_by_user_id",
              "estimated_cost",
              "actual_cost",
              "actual_duration",
              "scheduled_date",
              "completion_date",
              "vehicle_id"),
          false,
          WorkSources::workOrder);

  static final FactSource APPOINTMENTS =
      new FactSource(
          List.of("appointments"),
          List.of("id", "customer_id"),
          List.of(
              "scheduled_date",
              "duration_minutes",
              "description",
              "notes",
              "status",
              "vehicle_id",
              "created_by_user_id",
              "created_at"),
          false,
          WorkSources::appointment);

  static final FactSource VEHICLES =
      new FactSource(
          List.of("vehicles", "customer_vehicles"),
          List.of("id", "customer_id", "created_at"),
          List.of(
              "make",
              "model",
              "year",
              "vin",
              "license_plate",
              "mileage",
              "color",
              "fuel_type",
              "department",
              "notes"),
          false,
          WorkSources::vehicle);

  private WorkSources() {}

  private static List<HostFact> workOrder(HostRow row, Facts facts) throws Refusal {
    String number = row.text("claim_number") == null ? "nº " + row.id() : row.text("claim_number");
    String name = "Bon de travail " + number;
    Long author = row.number("created_by_user_id");
    List<HostFact> all = new ArrayList<>();
    all.add(
        facts
            .about(row, "", "workorder", name)
            .description(row.text("description"))
            .metadata(
                new JsonText()
                    .put("claim_number", row.text("claim_number"))
                    .put("priority", row.text("priority"))
                    .put("status", row.text("status"))
                    .money("estimated_cost", row.amount("estimated_cost"), facts.currency())
                    .put("scheduled_date", row.time("scheduled_date"))
                    .put("vehicle_id", row.number("vehicle_id")))
            .actor(author)
            .at(row.time("created_at")));
    Instant completed = row.time("completion_date");
    State state = facts.words().workOrders().state(row.text("status"));
    if (state == State.COMPLETED && completed != null && Facts.holds(completed)) {
      // A clerk looks for the day the work was done, not only for the day it was asked for.
      Long technician = row.number("assigned_technician_id");
      all.add(
          facts
              .about(row, "completed", "workorder", name + " terminé")
              .metadata(
                  new JsonText()
                      .put("claim_number", row.text("claim_number"))
                      .put("status", "completed")
                      .money("actual_cost", row.amount("actual_cost"), facts.currency())
                      .put("actual_duration", row.number("actual_duration"))
                      .put("vehicle_id", row.number("vehicle_id")))
              .actor(technician)
              .at(completed));
    }
    return all;
  }

  private static List<HostFact> appointment(HostRow row, Facts facts) throws Refusal {
    Instant scheduled = row.time("scheduled_date");
    String title = scheduled == null ? "Rendez-vous" : "Rendez-vous du " + facts.clock(scheduled);
    return List.of(
        facts
            .about(row, "", "appointment", title)
            .description(row.text("description", "notes"))
            .metadata(
                new JsonText()
                    .put("status", row.text("status"))
                    .put("scheduled_date", scheduled)
                    .put("duration_minutes", row.number("duration_minutes"))
                    .put("vehicle_id", row.number("vehicle_id")))
            .actor(row.number("created_by_user_id"))
            .at(row.time("created_at", "scheduled_date")));
  }

  private static List<HostFact> vehicle(HostRow row, Facts facts) throws Refusal {
    String name =
        Stream.of("make", "model", "year")
            .map(row::text)
            .filter(word -> word != null)
            .collect(Collectors.joining(" "));
    String plate = row.text("license_plate");
    String title =
        "Véhicule ajouté"
            + (name.isEmpty() ? "" : " : " + name)
            + (plate == null ? "" : " (" + plate + ")");
    return List.of(
        facts
            .about(row, "", "vehicle_added", title)
            .description(row.text("notes"))
            .metadata(
                new JsonText()
                    .put("make", row.text("make"))
                    .put("model", row.text("model"))
                    .put("year", row.number("year"))
                    .put("vin", row.text("vin"))
                    .put("license_plate", plate)
                    .put("mileage", row.number("mileage"))
                    .put("color", row.text("color"))
                    .put("fuel_type", row.text("fuel_type"))
                    .put("department", row.text("department")))
            .at(row.time("created_at")));
  }
}
