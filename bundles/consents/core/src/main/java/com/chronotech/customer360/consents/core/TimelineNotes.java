package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.JsonWriter;
import com.chronotech.customer360.consents.core.model.States;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the timeline of consents, in the customer's language. Whoever may record a consent has its
 * entry written by us, whatever else that caller may do. Thread-safe.
 */
@Component(service = TimelineNotes.class)
public final class TimelineNotes {
  private static final String MODULE = "com.chronotech.customer360.consents-core";
  private static final int BATCH = 5000;

  private final TimelineService timeline;
  private final Callers callers;

  /**
   * Something to tell.
   *
   * @param entry the version
   * @param language to tell it in
   */
  record Note(Entry entry, Locale language) {}

  /** Creates the notes. */
  @Activate
  public TimelineNotes(@Reference TimelineService timeline, @Reference Callers callers) {
    this.timeline = timeline;
    this.callers = callers;
  }

  /** Tells of versions that were appended for customers whom the host has. */
  void note(List<Note> notes) {
    Optional<Caller> caller = callers.current();
    List<NewActivity> activities = new ArrayList<>(notes.size());
    Set<Long> found = new HashSet<>();
    for (Note note : notes) {
      Entry entry = note.entry();
      found.add(entry.customerId());
      ConsentState state = States.of(entry, entry.occurredAt());
      activities.add(activity(entry, state, note.language(), caller));
    }
    record(activities, found);
  }

  /** Tells that consents ended, at the instant of their end. */
  public void expired(List<Entry> entries, Locale language) {
    record(
        entries.stream()
            .map(entry -> activity(entry, ConsentState.EXPIRED, language, Optional.empty()))
            .toList(),
        Set.of());
  }

  private void record(List<NewActivity> activities, Set<Long> found) {
    Callers.Scope ours = callers.enter(Caller.service(MODULE));
    try {
      for (int from = 0; from < activities.size(); from += BATCH) {
        int until = Math.min(activities.size(), from + BATCH);
        timeline.recordAll(activities.subList(from, until), found);
      }
    } finally {
      ours.close();
    }
  }

  private static NewActivity activity(
      Entry entry, ConsentState state, Locale language, Optional<Caller> caller) {
    ConsentType type = ConsentType.ofCode(entry.type()).orElseThrow();
    String purpose = ConsentProblems.purpose(type).in(language);
    NewActivity.Builder activity =
        NewActivity.of(
                entry.customerId(),
                ActivityType.CONSENT,
                ConsentProblems.text("consents.activity." + state.code(), purpose).in(language))
            .description(description(entry, language))
            .metadata(
                new JsonWriter(200)
                    .text("consent_type", entry.type())
                    .text("decision", entry.decision())
                    .text("record_id", entry.recordId())
                    .text("state", state.code())
                    .number("version", entry.version())
                    .end())
            .occurredAt(state == ConsentState.EXPIRED ? entry.validUntil() : entry.occurredAt());
    boolean module = caller.isEmpty() || caller.get().roles().contains("service");
    Long user =
        caller.isPresent() && caller.get().userId().isPresent()
            ? Long.valueOf(caller.get().userId().getAsLong())
            : null;
    return activity.actor(module ? ActorType.SYSTEM : ActorType.USER, user).build();
  }

  private static String description(Entry entry, Locale language) {
    return entry.notice() == null || entry.notice().version() == null
        ? ConsentProblems.text("consents.activity.source", entry.source()).in(language)
        : ConsentProblems.text(
                "consents.activity.under",
                entry.notice().version(),
                String.valueOf(entry.notice().language()),
                entry.source())
            .in(language);
  }
}
