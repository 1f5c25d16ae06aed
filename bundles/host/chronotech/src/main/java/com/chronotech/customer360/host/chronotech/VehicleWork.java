package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.HostWorkOrders.State;
import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.host.VehicleFacts.OpenOrder;
import com.chronotech.customer360.host.chronotech.LatestRows.Latest;
import com.chronotech.customer360.host.chronotech.LatestRows.Search;
import com.chronotech.customer360.platform.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What work orders say of vehicles. */
final class VehicleWork {
  private static final String TABLE = "work_orders";
  private static final List<String> NEEDED = List.of("id", "vehicle_id", "status");

  private final Sql sql;
  private final HostShape shape;
  private final RowsById byId;
  private final LatestRows latest;
  private final StatusWords<State> words;

  VehicleWork(Sql sql, HostShape shape, RowsById byId, HostSettings settings) {
    this.sql = sql;
    this.shape = shape;
    this.byId = byId;
    this.latest = new LatestRows(sql, settings.zone());
    this.words = settings.words().workOrders();
  }

  Map<Long, VehicleFacts> facts(Collection<Long> vehicleIds) {
    return shape.asking(() -> read(new TreeSet<>(vehicleIds)));
  }

  private Map<Long, VehicleFacts> read(Set<Long> vehicles) {
    Map<Long, VehicleFacts> facts = new HashMap<>();
    Availability available = available();
    if (!available.available() || vehicles.isEmpty()) {
      vehicles.forEach(id -> facts.put(id, new VehicleFacts(id, available, null, 0, List.of())));
      return facts;
    }
    HostTable table = shape.table(TABLE).orElseThrow();
    Map<Long, VehicleFacts.Service> services = services(table, vehicles);
    Map<Long, List<Open>> open =
        RowsById.chunks(vehicles, some -> open(table, some)).stream()
            .collect(Collectors.groupingBy(Open::vehicle));
    for (Long id : vehicles) {
      List<Open> mine = open.getOrDefault(id, List.of());
      facts.put(
          id,
          new VehicleFacts(
              id,
              available,
              services.get(id),
              mine.isEmpty() ? 0 : mine.get(0).count(),
              mine.stream().map(Open::order).toList()));
    }
    return facts;
  }

  private Availability available() {
    HostTable table = shape.table(TABLE).orElse(null);
    if (table == null) {
      return Availability.no("table_missing");
    }
    String missing =
        NEEDED.stream().filter(column -> !table.has(column)).collect(Collectors.joining(", "));
    return missing.isEmpty() ? Availability.YES : Availability.no("column_missing: " + missing);
  }

  private Map<Long, VehicleFacts.Service> services(HostTable table, Set<Long> vehicles) {
    Map<Long, Latest> last = new HashMap<>();
    Map<Long, Instant> times = new HashMap<>();
    for (Search search : completed(table, "vehicle_id", words)) {
      for (Latest found : latest.of(search, vehicles, null)) {
        Instant at = found.row().time(search.time());
        if (at != null && times.merge(found.owner(), at, VehicleWork::later).equals(at)) {
          last.put(found.owner(), found);
        }
      }
    }
    Map<Long, String> numbers = numbers(last.values().stream().map(Latest::id).toList());
    Map<Long, VehicleFacts.Service> services = new HashMap<>();
    last.forEach(
        (vehicle, found) ->
            services.put(
                vehicle,
                new VehicleFacts.Service(
                    new HostReference(TABLE, found.id()),
                    numbers.getOrDefault(found.id(), label(null, found.id())),
                    times.get(vehicle))));
    return services;
  }

  /**
   * Where completed orders are found: by when they were completed and, where the host did not note
   * that, by when they were asked for, which is never later.
   */
  static List<Search> completed(HostTable table, String owner, StatusWords<State> words) {
    String done = words.condition(table, "status", State.COMPLETED);
    List<Search> searches = new ArrayList<>();
    boolean noted = table.holdsTime("completion_date");
    if (noted) {
      searches.add(new Search(table, owner, "completion_date", done));
    }
    if (table.holdsTime("created_at")) {
      searches.add(
          new Search(
              table,
              owner,
              "created_at",
              done
                  + (noted
                      ? " and (t.completion_date is null or t.completion_date < '1971-01-01')"
                      : "")));
    }
    return searches;
  }

  private Map<Long, String> numbers(List<Long> ids) {
    Map<Long, String> numbers = new HashMap<>();
    for (HostRow row : byId.read(TABLE, List.of("id", "claim_number"), new TreeSet<>(ids))) {
      numbers.put(row.id(), label(row.text("claim_number"), row.id()));
    }
    return numbers;
  }

  private static String label(String number, long id) {
    return number == null || number.isBlank() ? "Bon de travail " + id : number;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private record Open(long vehicle, int count, OpenOrder order) {}

  private List<Open> open(HostTable table, List<Long> vehicles) {
    String number = table.has("claim_number") ? "t.claim_number" : "null";
    return sql.query(
        "select vehicle_id, n, id, number, status from (select t.vehicle_id, t.id, "
            + number
            + " as number, t.status, count(*) over (partition by t.vehicle_id) as n,"
            + " row_number() over (partition by t.vehicle_id order by t.id desc) as place from `"
            + TABLE
            + "` t where "
            + RowsById.in("t.vehicle_id", vehicles.size())
            + " and "
            + words.condition(table, "status", State.OPEN)
            + ") o where place <= "
            + VehicleFacts.NEWEST
            + " order by vehicle_id, place",
        statement -> RowsById.bind(statement, vehicles),
        row ->
            new Open(
                row.getLong(1),
                row.getInt(2),
                new OpenOrder(
                    new HostReference(TABLE, row.getLong(3)),
                    label(row.getString(4), row.getLong(3)),
                    row.getString(5))));
  }
}
