package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.model.Cursor;
import com.chronotech.customer360.timeline.core.model.PageRules;
import com.chronotech.customer360.timeline.core.model.Period;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;

/**
 * What a client asks of a timeline: reads the parameters and refuses with every fault at once.
 *
 * @param query which activities
 * @param page which page of them
 */
record TimelineRequest(TimelineQuery query, PageRequest page) {

  private static final String UNKNOWN_TYPE = "timeline.unknown_type";
  private static final String UNKNOWN_ACTOR = "timeline.unknown_actor_type";

  /**
   * The parameters of {@code /customers/{id}/timeline}.
   *
   * @param zone the customer's, in which {@code start} is a day
   */
  static TimelineRequest timeline(long customerId, Parameters parameters, ZoneId zone) {
    TimelineQuery query = filters(customerId, parameters, parameters.text("q"));
    LocalDate start = parameters.date("start");
    if (start == null) {
      return paged(query, parameters, null);
    }
    if (parameters.text("cursor") != null || parameters.text("page") != null) {
      add(parameters, "start", "timeline.start_and_place");
    }
    add(parameters, PageRules.day("start", start));
    return paged(query, parameters, Cursor.endOf(start, zone, query).encode());
  }

  /** The parameters of an export. */
  static TimelineQuery export(long customerId, Parameters parameters) {
    TimelineQuery query = filters(customerId, parameters, parameters.text("q"));
    add(parameters, PageRules.violations(query));
    parameters.check();
    return query;
  }

  /**
   * The parameters of {@code /api/customer360/{id}/activity}.
   *
   * @param today finds today in a time zone
   * @param zone the customer's
   */
  static TimelineRequest activity(
      long customerId, Parameters parameters, Function<ZoneId, LocalDate> today, ZoneId zone) {
    String search = parameters.text("search");
    String q = parameters.text("q");
    if (search != null && q != null) {
      add(parameters, "q", "timeline.search_and_q");
    }
    String words = search == null ? q : search;
    Set<Period> periods = parameters.each("period", Period::ofCode, "timeline.unknown_period");
    TimelineQuery query = filters(customerId, parameters, words);
    if (!periods.isEmpty()) {
      if (periods.size() > 1 || query.from() != null || query.to() != null) {
        add(parameters, "period", "timeline.period_and_dates");
      }
      Period period = periods.iterator().next();
      LocalDate now = today.apply(zone);
      query =
          new TimelineQuery(
              customerId,
              query.types(),
              query.actorTypes(),
              period.first(now),
              period.last(now),
              words);
    }
    return paged(query, parameters, null);
  }

  private static TimelineQuery filters(long customerId, Parameters parameters, String words) {
    return new TimelineQuery(
        customerId,
        parameters.each("type", ActivityType::ofCode, UNKNOWN_TYPE),
        parameters.each("actor_type", ActorType::ofCode, UNKNOWN_ACTOR),
        parameters.date("date_from"),
        parameters.date("date_to"),
        words == null || words.isBlank() ? null : words);
  }

  private static TimelineRequest paged(TimelineQuery query, Parameters parameters, String from) {
    String cursor = from == null ? parameters.text("cursor") : from;
    if (from == null && cursor != null && parameters.text("page") != null) {
      add(parameters, "page", "timeline.page_and_cursor");
    }
    PageRequest page =
        new PageRequest(
            parameters.integer("page", 1, 1, PageRequest.MAX_NUMBERED_DEPTH + 1),
            parameters.integer(
                "per_page", PageRequest.DEFAULT_PER_PAGE, 1, PageRequest.MAX_PER_PAGE),
            cursor);
    add(parameters, PageRules.violations(query, page));
    parameters.check();
    return new TimelineRequest(query, page);
  }

  private static void add(Parameters parameters, Iterable<Violation> violations) {
    violations.forEach(found -> parameters.violation(found.field(), found.code(), found.message()));
  }

  private static void add(Parameters parameters, String field, String code) {
    parameters.violation(field, code, TimelineProblems.text(code));
  }
}
