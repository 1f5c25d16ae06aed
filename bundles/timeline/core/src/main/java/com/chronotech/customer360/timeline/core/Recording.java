package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.NewActivity.Actor;
import com.chronotech.customer360.timeline.TimelineService.Recorded;
import com.chronotech.customer360.timeline.TimelineService.RecordedBatch;
import com.chronotech.customer360.timeline.core.model.ActivityRules;
import com.chronotech.customer360.timeline.core.model.Enrichment;
import com.chronotech.customer360.timeline.core.model.RecordedMessage;
import com.chronotech.customer360.timeline.core.model.RecordedMessage.Entry;
import com.chronotech.customer360.timeline.core.model.SourceKey;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import com.chronotech.customer360.timeline.core.store.ActivityBatches.Written;
import com.chronotech.customer360.timeline.core.store.ActivityStore;
import com.chronotech.customer360.timeline.core.store.NewRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records activities: the row and its event in one transaction, or neither. */
final class Recording {

  /** Activities of one call. */
  static final int MAX_BATCH = 10_000;

  /** Above so many customers a batch is one message for all, which keeps it cheap. */
  private static final int MESSAGES_A_BATCH = 20;

  private final Transactions transactions;
  private final HostDirectory host;
  private final Outbox outbox;
  private final Clock clock;
  private final ActivityStore store;
  private final Enrichment enrichment;

  Recording(
      Transactions transactions,
      HostDirectory host,
      Outbox outbox,
      Clock clock,
      ActivityStore store) {
    this.transactions = transactions;
    this.host = host;
    this.outbox = outbox;
    this.clock = clock;
    this.store = store;
    this.enrichment = new Enrichment(host);
  }

  Recorded record(Asking asking, NewActivity activity) {
    return transactions.required(
        () -> {
          List<Violation> found = new ArrayList<>();
          NewActivity sound = rules().check(activity, "", found);
          refuse(found);
          HostCustomer customer =
              host.customer(sound.customerId())
                  .orElseThrow(() -> TimelineProblems.unknownCustomer(sound.customerId()));
          NewRow row = row(asking, sound, now());
          return row.sourceKey() == null
              ? written(row, customer.privacyLevel())
              : writtenOnce(row, customer.privacyLevel());
        });
  }

  private Recorded written(NewRow row, String privacyLevel) {
    Activity stands = store.entities().insert(row);
    announce(List.of(new Entry(stands.id(), stands.customerId())));
    return new Recorded(enrichment.enrich(stands), false, privacyLevel);
  }

  private Recorded writtenOnce(NewRow row, String privacyLevel) {
    Written written = store.batches().insert(List.of(row));
    long id = written.ids().get(0);
    boolean repeated = written.written().isEmpty();
    if (!repeated) {
      announce(List.of(new Entry(id, row.activity().customerId())));
    }
    Activity stands = store.reads().latest(id);
    return new Recorded(enrichment.enrich(stands), repeated, privacyLevel);
  }

  RecordedBatch recordAll(Asking asking, List<NewActivity> activities, Set<Long> found) {
    if (activities.size() > MAX_BATCH) {
      throw TimelineProblems.batchTooLarge(MAX_BATCH);
    }
    if (activities.isEmpty()) {
      return new RecordedBatch(List.of(), 0, 0);
    }
    return transactions.required(
        () -> {
          List<NewActivity> sound = checked(activities);
          known(sound, found);
          Instant now = now();
          List<NewRow> rows = new ArrayList<>(sound.size());
          for (NewActivity activity : sound) {
            rows.add(row(asking, activity, now));
          }
          Written written = store.batches().insert(rows);
          List<Entry> entries = new ArrayList<>(written.written().size());
          for (int place : written.written()) {
            entries.add(new Entry(written.ids().get(place), sound.get(place).customerId()));
          }
          announce(entries);
          int recorded = written.written().size();
          return new RecordedBatch(written.ids(), recorded, rows.size() - recorded);
        });
  }

  private List<NewActivity> checked(List<NewActivity> activities) {
    ActivityRules rules = rules();
    List<Violation> found = new ArrayList<>();
    List<NewActivity> sound = new ArrayList<>(activities.size());
    for (int place = 0; place < activities.size(); place++) {
      sound.add(rules.check(activities.get(place), "activities[" + place + "].", found));
    }
    refuse(found);
    return sound;
  }

  private void known(List<NewActivity> activities, Set<Long> found) {
    Set<Long> open = new HashSet<>();
    for (NewActivity activity : activities) {
      if (!found.contains(activity.customerId())) {
        open.add(activity.customerId());
      }
    }
    Set<Long> known = open.isEmpty() ? Set.of() : host.knownCustomers(open);
    for (NewActivity activity : activities) {
      if (open.contains(activity.customerId()) && !known.contains(activity.customerId())) {
        throw TimelineProblems.unknownCustomer(activity.customerId());
      }
    }
  }

  private ActivityRules rules() {
    return new ActivityRules(store.reads().storable());
  }

  private static void refuse(List<Violation> found) {
    if (!found.isEmpty()) {
      throw TimelineProblems.invalid(found);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static NewRow row(Asking asking, NewActivity activity, Instant now) {
    return new NewRow(
        activity,
        activity.actor() == null ? actor(asking.caller()) : activity.actor(),
        activity.occurredAt() == null ? now : activity.occurredAt(),
        SourceKey.of(asking.origin(), activity.idempotencyKey()));
  }

  private static Actor actor(Caller caller) {
    if (caller.userId().isPresent()) {
      return new Actor(ActorType.USER, caller.userId().getAsLong());
    }
    return new Actor(caller.roles().contains("service") ? ActorType.SYSTEM : ActorType.USER, null);
  }

  private void announce(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Map<Long, List<Entry>> byCustomer = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byCustomer.computeIfAbsent(entry.customerId(), id -> new ArrayList<>()).add(entry);
    }
    if (byCustomer.size() > MESSAGES_A_BATCH) {
      outbox.append(List.of(message(Outbox.SEVERAL_CUSTOMERS, entries)));
      return;
    }
    List<OutboxMessage> messages = new ArrayList<>();
    byCustomer.forEach((customer, some) -> messages.add(message(customer, some)));
    outbox.append(messages);
  }

  private static OutboxMessage message(long customerId, List<Entry> entries) {
    return OutboxMessage.of(
        RecordedMessage.TOPIC, customerId, new RecordedMessage(entries).payload());
  }
}
