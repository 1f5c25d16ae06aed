package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what was changed on the timeline, in the transaction that changed it. Thread-safe. */
@Component(service = Telling.class)
public final class Telling {
  private static final Caller SELF = Caller.service("com.chronotech.customer360.profile-core");

  private final TimelineService timeline;
  private final Callers callers;
  private final TimelineTexts texts;

  /** Creates the teller. */
  @Activate
  public Telling(
      @Reference TimelineService timeline,
      @Reference Callers callers,
      @Reference TimelineTexts texts) {
    this.timeline = timeline;
    this.callers = callers;
    this.texts = texts;
  }

  /**
   * Something to tell.
   *
   * @param table the host's table of what it is about; null for the customer's own row
   * @param id the row's id
   * @param at when it happened; null for now
   */
  public record News(
      long customerId,
      ActivityType type,
      String title,
      String description,
      String metadata,
      String table,
      long id,
      Instant at) {}

  /**
   * Tells it. Whoever may change a profile may have it told, whether or not the caller may write on
   * the timeline otherwise.
   *
   * @param by who did it; null when nobody known did
   */
  @SuppressWarnings("try") // the scope is there to be closed
  public void tell(News news, Caller by) {
    NewActivity.Builder activity =
        NewActivity.of(news.customerId(), news.type(), texts.fit(news.title()))
            .description(texts.fit(news.description()))
            .metadata(news.metadata())
            .occurredAt(news.at())
            .actor(
                actor(by), by != null && by.userId().isPresent() ? by.userId().getAsLong() : null);
    if (news.table() != null) {
      activity.reference(news.table(), news.id());
    }
    try (Callers.Scope scope = callers.enter(SELF)) {
      timeline.record(activity.build());
    }
  }

  private static ActorType actor(Caller by) {
    boolean system = by == null || (by.userId().isEmpty() && by.roles().contains("service"));
    return system ? ActorType.SYSTEM : ActorType.USER;
  }
}
