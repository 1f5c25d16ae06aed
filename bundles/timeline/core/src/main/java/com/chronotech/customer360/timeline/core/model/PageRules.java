package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a query and a page must be to be read; every fault at once. */
public final class PageRules {
  private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

  private PageRules() {}

  /** The faults of a query. */
  public static List<Violation> violations(TimelineQuery query) {
    List<Violation> found = new ArrayList<>();
    found.addAll(day("date_from", query.from()));
    found.addAll(day("date_to", query.to()));
    if (query.from() != null && query.to() != null && query.from().isAfter(query.to())) {
      found.add(TimelineProblems.violation("date_from", "timeline.dates_reversed"));
    }
    if (query.words() != null && !SearchWords.searchable(query.words())) {
      found.add(
          TimelineProblems.violation(
              "q", "timeline.unsearchable", SearchWords.MAX_WORDS, SearchWords.MAX_TEXT));
    }
    return found;
  }

  /** The faults of a query and the page asked for. */
  public static List<Violation> violations(TimelineQuery query, PageRequest request) {
    List<Violation> found = new ArrayList<>(violations(query));
    boolean sized = request.perPage() >= 1 && request.perPage() <= PageRequest.MAX_PER_PAGE;
    if (!sized) {
      found.add(
          TimelineProblems.violation("per_page", "timeline.per_page", PageRequest.MAX_PER_PAGE));
    }
    if (request.cursor() != null) {
      Optional<Cursor> cursor = Cursor.decode(request.cursor());
      if (cursor.isEmpty()) {
        found.add(TimelineProblems.violation("cursor", "timeline.cursor_unreadable"));
      } else if (!cursor.get().fits(query)) {
        found.add(TimelineProblems.violation("cursor", "timeline.cursor_of_other_query"));
      }
    } else if (request.page() < 1
        || (sized && (request.page() - 1L) * request.perPage() > PageRequest.MAX_NUMBERED_DEPTH)) {
      found.add(
          TimelineProblems.violation("page", "timeline.page", PageRequest.MAX_NUMBERED_DEPTH));
    }
    return found;
  }

  /** The fault of a day, which can be null. */
  public static List<Violation> day(String field, LocalDate day) {
    return day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))
        ? List.of(TimelineProblems.violation(field, "timeline.day"))
        : List.of();
  }
}
