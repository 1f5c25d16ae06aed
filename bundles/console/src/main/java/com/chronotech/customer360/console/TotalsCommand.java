package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code customer360:totals}. */
@Service
@Command(
    scope = "customer360",
    name = "totals",
    description = "Shows how many activities of each type a customer has")
public final class TotalsCommand extends ConsoleAction {

  @Reference(optional = true)
  TimelineService timeline;

  @Argument(name = "customer", description = "The customer's id", required = true)
  long customer;

  @Override
  void run() throws CommandRefused {
    Map<ActivityType, Long> totals = need(timeline, "TimelineService").totals(customer);
    if (json) {
      Map<String, Object> byCode = new LinkedHashMap<>();
      for (ActivityType type : ActivityType.values()) {
        if (totals.containsKey(type)) {
          byCode.put(type.code(), totals.get(type));
        }
      }
      print(byCode);
      return;
    }
    ShellTable table = new ShellTable().emptyTableText(say("timeline.empty"));
    table.column(new Col(say("column.type")).cyan());
    table.column(new Col(say("column.total")).alignRight());
    for (ActivityType type : ActivityType.values()) {
      if (totals.containsKey(type)) {
        table.addRow().addContent(type.code(), totals.get(type));
      }
    }
    print(table);
  }
}
