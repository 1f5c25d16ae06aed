package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostWorkOrders;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The work orders of a ChronoTech database. */
@Component(service = HostWorkOrders.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechWorkOrders extends TableSource<WorkOrder> implements HostWorkOrders {
  private final StatusWords<State> words;

  /** Creates the source. */
  @Activate
  public ChronoTechWorkOrders(@Reference ChronoTechTables tables) {
    super(tables);
    this.words = tables.words().workOrders();
  }

  @Override
  ReadingPlan<WorkOrder> drawUp() {
    SourceLayout layout = tables().layout("work_orders");
    Cell number = layout.wanted("number", "claim_number", "order_number", "number");
    Cell description = layout.wanted("description", "description");
    Cell status = layout.wanted("status", "status");
    Cell priority = layout.wanted("priority", "priority");
    Cell technician = layout.wanted("technicianId", "assigned_technician_id", "technician_id");
    Cell vehicle = layout.wanted("vehicleId", "vehicle_id");
    Spent estimated = Spent.of(layout, "estimated");
    Spent actual = Spent.of(layout, "actual");
    Cell scheduled = layout.wanted("scheduledAt", "scheduled_date", "scheduled_at");
    Cell completed =
        layout.wanted("completedAt", "completion_date", "completed_at", "completed_date");
    Cell created = layout.wanted("createdAt", "created_at");
    return ReadingPlan.of(
        layout,
        row -> {
          long key = SourceLayout.id(row);
          String word = status.text(row);
          return new WorkOrder(
              key,
              SourceLayout.owner(row),
              ReferenceColumns.number("work_orders", number.text(row), key),
              description.text(row),
              word,
              words.state(word),
              priority.text(row),
              technician.id(row),
              vehicle.id(row),
              estimated.effort(row),
              actual.effort(row),
              scheduled.time(row),
              completed.time(row),
              created.time(row));
        },
        WorkOrder::id);
  }

  private record Spent(Cell minutes, Cell cost) {
    static Spent of(SourceLayout layout, String which) {
      return new Spent(
          layout.wanted(which + ".minutes", which + "_duration"),
          layout.wanted(which + ".cost", which + "_cost"));
    }

    Effort effort(ResultSet row) throws SQLException {
      Integer time = minutes.whole(row);
      BigDecimal money = cost.amount(row);
      // A negative time is a slip of the pen; negative money is money given back.
      return new Effort(time == null || time < 0 ? null : time, money);
    }
  }
}
