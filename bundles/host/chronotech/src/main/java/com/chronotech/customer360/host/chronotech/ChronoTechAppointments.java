package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostCommerce;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The appointments of a ChronoTech database. */
@Component(service = HostAppointments.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechAppointments extends TableSource<Appointment>
    implements HostAppointments {
  private final StatusWords<State> words;

  /** Creates the source. */
  @Activate
  public ChronoTechAppointments(@Reference ChronoTechTables tables) {
    super(tables);
    this.words = tables.words().appointments();
  }

  @Override
  ReadingPlan<Appointment> drawUp() {
    SourceLayout layout = tables().layout("appointments");
    Cell at = layout.wanted("at", "scheduled_date", "scheduled_at", "appointment_date");
    Cell minutes = layout.wanted("minutes", "duration_minutes", "duration");
    Cell description = layout.wanted("description", "description");
    Cell status = layout.wanted("status", "status");
    Cell vehicle = layout.wanted("vehicleId", "vehicle_id");
    return ReadingPlan.of(
        layout,
        row -> {
          String word = status.text(row);
          Integer length = minutes.whole(row);
          return new Appointment(
              SourceLayout.id(row),
              SourceLayout.owner(row),
              at.time(row),
              length == null || length < 0 ? null : length,
              description.text(row),
              word,
              words.state(word),
              vehicle.id(row));
        },
        Appointment::id);
  }
}
