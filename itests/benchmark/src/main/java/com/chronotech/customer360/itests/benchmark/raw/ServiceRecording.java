package com.chronotech.customer360.itests.benchmark.raw;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.ArrayList;
import java.util.List;

/** Records as a host module does. */
record ServiceRecording(TimelineService timeline) implements Recording {

  @Override
  public void one(long customer, long number) {
    timeline.record(activity(customer, number));
  }

  @Override
  public void many(long customer, long number, int count) {
    List<NewActivity> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(activity(customer, number * count + i));
    }
    timeline.recordAll(all);
  }

  private static NewActivity activity(long customer, long number) {
    return NewActivity.of(customer, ActivityType.NOTE, "Note " + number)
        .description("Rappeler le client au sujet du dossier " + number)
        .metadata("{\"channel\":\"phone\",\"minutes\":" + number % 60 + "}")
        .build();
  }
}
