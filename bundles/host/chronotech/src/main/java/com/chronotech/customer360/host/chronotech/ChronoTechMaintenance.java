package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostMaintenance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plans of maintenance of a ChronoTech database: a customer's are those of the vehicles. */
@Component(service = HostMaintenance.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechMaintenance extends TableSource<HostMaintenance.Plan>
    implements HostMaintenance {
  private static final String VEHICLE = "vehicle_id";

  /** Creates the source. */
  @Activate
  public ChronoTechMaintenance(@Reference ChronoTechTables tables) {
    super(tables);
  }

  @Override
  ReadingPlan<HostMaintenance.Plan> drawUp() {
    SourceLayout layout =
        tables().layoutOf("vehicle_maintenance_plans", "o.`" + Watched.OWNER + "`");
    layout.needed(VEHICLE);
    Cell vehicle = layout.cell(VEHICLE);
    Cell dueOn = layout.wanted("dueOn", "next_service_due_date", "due_date");
    Cell dueAt = layout.wanted("dueKilometres", "next_service_due_km", "due_km");
    HostTable vehicles = tables().first("vehicles", "customer_vehicles");
    if (!layout.availability().available()) {
      return ReadingPlan.none(layout.availability());
    }
    if (vehicles == null || !vehicles.has("id") || !vehicles.has(Watched.OWNER)) {
      return ReadingPlan.none(Availability.no("table_missing: vehicles"));
    }
    return ReadingPlan.of(
        layout,
        Watched.through(layout.table(), VEHICLE, vehicles),
        row -> {
          Long whose = vehicle.id(row);
          Integer kilometres = dueAt.whole(row);
          return whose == null
              ? null
              : new HostMaintenance.Plan(
                  SourceLayout.id(row),
                  SourceLayout.owner(row),
                  whose,
                  dueOn.day(row),
                  kilometres == null || kilometres <= 0 ? null : kilometres);
        },
        HostMaintenance.Plan::id);
  }
}
