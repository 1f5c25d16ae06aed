package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActorType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the host what activities refer to and who did them: one statement a referenced table and one
 * for the names, however many activities there are.
 */
public final class Enrichment {
  private final HostDirectory host;

  /** Creates the enrichment over a host. */
  public Enrichment(HostDirectory host) {
    this.host = host;
  }

  /** The same activities in the same order, with what the host knows. */
  public List<Activity> enrich(List<Activity> activities) {
    Set<HostReference> references = new HashSet<>();
    Set<Long> users = new HashSet<>();
    for (Activity activity : activities) {
      if (refersToRow(activity)) {
        references.add(activity.reference());
      }
      if (actedByUser(activity)) {
        users.add(activity.actorId());
      }
    }
    if (references.isEmpty() && users.isEmpty()) {
      return activities;
    }
    Map<HostReference, ReferenceSummary> summaries =
        references.isEmpty() ? Map.of() : host.references(references);
    Map<Long, String> names = users.isEmpty() ? Map.of() : host.userNames(users);
    return activities.stream().map(activity -> enrich(activity, summaries, names)).toList();
  }

  /** One activity, with what the host knows. */
  public Activity enrich(Activity activity) {
    return enrich(List.of(activity)).get(0);
  }

  private static Activity enrich(
      Activity activity, Map<HostReference, ReferenceSummary> summaries, Map<Long, String> names) {
    return new Activity(
        activity.id(),
        activity.customerId(),
        activity.type(),
        activity.title(),
        activity.description(),
        activity.metadata(),
        activity.actorType(),
        activity.actorId(),
        actedByUser(activity) ? names.get(activity.actorId()) : null,
        activity.reference(),
        refersToRow(activity) ? summaries.get(activity.reference()) : null,
        activity.createdAt());
  }

  private static boolean refersToRow(Activity activity) {
    HostReference reference = activity.reference();
    return reference != null && reference.table() != null && reference.id() != 0;
  }

  // older hosts kept no type of actor, and only ever wrote users
  private static boolean actedByUser(Activity activity) {
    return activity.actorId() != null
        && (activity.actorType() == null || activity.actorType() == ActorType.USER);
  }
}
