package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.Quarter;
import com.chronotech.customer360.analytics.core.kept.model.Slot;
import com.chronotech.customer360.analytics.core.kept.model.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Where what a customer adds to the sums differs from what the host's rows say. */
final class PartDifferences {
  private final long customerId;
  private final List<Finding> found = new ArrayList<>();

  private PartDifferences(long customerId) {
    this.customerId = customerId;
  }

  static List<Finding> of(long customerId, Part kept, Part computed) {
    if (kept.equals(computed)) {
      return List.of();
    }
    PartDifferences differences = new PartDifferences(customerId);
    differences.compare("part/city", kept.city(), computed.city());
    differences.compare("part/segments", kept.segments(), computed.segments());
    differences.compare("part/cohort", kept.cohort(), computed.cohort());
    differences.compare("part/intervals", kept.intervals(), computed.intervals());
    differences.compare("part/resolved", kept.resolved(), computed.resolved());
    Set<Integer> quarters = new TreeSet<>(kept.quarters().keySet());
    quarters.addAll(computed.quarters().keySet());
    for (int quarter : quarters) {
      differences.compare(
          "part/" + Quarter.name(quarter),
          kept.quarters().get(quarter),
          computed.quarters().get(quarter));
    }
    differences.slots(kept.slots(), computed.slots());
    return differences.found;
  }

  private void slots(Map<Slot, Tally> kept, Map<Slot, Tally> computed) {
    kept.forEach((slot, tally) -> compare(place(slot), tally, computed.get(slot)));
    computed.forEach(
        (slot, tally) -> {
          if (!kept.containsKey(slot)) {
            compare(place(slot), null, tally);
          }
        });
  }

  private static String place(Slot slot) {
    return "part/" + slot.day() + "/" + slot.technician() + "/" + slot.make();
  }

  private void compare(String place, Object kept, Object computed) {
    if (!Objects.equals(kept, computed)) {
      found.add(Verify.finding(customerId, place, kept, computed));
    }
  }
}
