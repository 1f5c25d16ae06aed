package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.analytics.core.survey.store.AnswerTable;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostSatisfaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The answers of our own questions, together with those that the host's adapter finds: it stands
 * before the adapter by its ranking. Ids of our own answers are negative, so that they meet none of
 * the host's. Available where we ask, where anybody ever answered, or where the host has answers.
 * Thread-safe.
 */
@Component(
    service = HostSatisfaction.class,
    property = "service.ranking:Integer=100",
    configurationPid = "com.chronotech.customer360.analytics")
public final class OwnSatisfaction implements HostSatisfaction {
  /** Longer than a transaction lasts: what commits late was dated before. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final char SEPARATOR = '|';

  private final AnswerTable answers;
  private final Clock clock;
  private final boolean asking;
  private volatile boolean answered;
  private volatile HostSatisfaction adapter;

  /** Creates the provider. */
  @Activate
  public OwnSatisfaction(
      @Reference AnswerTable answers, @Reference Clock clock, SurveyConfiguration configuration) {
    this.answers = answers;
    this.clock = clock;
    this.asking = configuration.survey_enabled();
    this.answered = answers.any();
  }

  /** Notes that the host's adapter can be asked for its own. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      target = "(" + HostCommerce.ADAPTER + "=true)")
  public void bindAdapter(HostSatisfaction known) {
    adapter = known;
  }

  /** Notes that it cannot be asked any more. */
  public void unbindAdapter(HostSatisfaction gone) {
    if (adapter == gone) {
      adapter = null;
    }
  }

  @Override
  public Availability availability() {
    if (asking || answered) {
      return Availability.YES;
    }
    HostSatisfaction known = adapter;
    return known == null ? Availability.no("survey_off") : known.availability();
  }

  @Override
  public Map<String, Availability> missing() {
    return asking || answered || adapter == null ? Map.of() : adapter.missing();
  }

  @Override
  public Map<Long, List<Answer>> ofCustomers(Collection<Long> customerIds) {
    Map<Long, List<Answer>> all = new HashMap<>();
    answers
        .of(customerIds)
        .forEach(
            (customer, own) ->
                all.put(
                    customer,
                    own.stream()
                        .map(OwnSatisfaction::ours)
                        .sorted(Comparator.comparingLong(Answer::id))
                        .toList()));
    answered |= !all.isEmpty();
    HostSatisfaction known = present();
    if (known != null) {
      known
          .ofCustomers(customerIds)
          .forEach((customer, theirs) -> all.merge(customer, theirs, OwnSatisfaction::together));
    }
    return all;
  }

  private static List<Answer> together(List<Answer> own, List<Answer> theirs) {
    List<Answer> both = new ArrayList<>(own);
    both.addAll(theirs);
    both.sort(Comparator.comparingLong(Answer::id));
    return List.copyOf(both);
  }

  private static Answer ours(Answer kept) {
    return new Answer(
        -kept.id(),
        kept.customerId(),
        kept.about(),
        kept.recommend(),
        kept.satisfied(),
        kept.comment(),
        kept.at());
  }

  private HostSatisfaction present() {
    HostSatisfaction known = adapter;
    return known != null && known.availability().available() ? known : null;
  }

  @Override
  public Touched touchedSince(String position, int limit) {
    Instant now = clock.instant();
    HostSatisfaction known = present();
    int end = position == null ? -1 : position.indexOf(SEPARATOR);
    boolean lost = position != null && end < 0;
    String ofAdapter = end < 0 || end + 1 == position.length() ? null : position.substring(end + 1);
    Touched theirs = known == null ? null : known.touchedSince(ofAdapter, limit);
    Set<Long> customers = new HashSet<>();
    if (end >= 0) {
      customers.addAll(answers.customersSince(Instant.ofEpochMilli(millis(position, end))));
    }
    if (theirs != null) {
      customers.addAll(theirs.customerIds());
    }
    return new Touched(
        customers,
        now.minus(OVERLAP).toEpochMilli()
            + String.valueOf(SEPARATOR)
            + (theirs == null ? "" : theirs.position()),
        theirs != null && theirs.more(),
        lost || (theirs != null && theirs.lost()));
  }

  private static long millis(String position, int end) {
    return Long.parseLong(position.substring(0, end));
  }
}
