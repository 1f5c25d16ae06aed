package com.chronotech.customer360.profile.core.search.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.CustomerSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a search or a list must be to be read; every fault at once. */
public final class SearchProblems {

  private SearchProblems() {}

  /**
   * The cursor of a request that is sound.
   *
   * @param found the faults found so far
   * @param question the sum of what is asked, for a cursor to belong to
   * @return empty for the first page
   * @throws ProblemException of kind {@code BAD_REQUEST} with every fault
   */
  public static Optional<PageCursor> check(
      List<Violation> found, String cursor, int perPage, int question) {
    List<Violation> all = new ArrayList<>(found);
    if (perPage < 1 || perPage > CustomerSearch.MAX_PER_PAGE) {
      all.add(violation("per_page", "profile.per_page", CustomerSearch.MAX_PER_PAGE));
    }
    Optional<PageCursor> read = cursor == null ? Optional.empty() : PageCursor.decode(cursor);
    if (cursor != null && read.isEmpty()) {
      all.add(violation("cursor", "profile.cursor_unreadable"));
    } else if (read.isPresent() && read.get().question() != question) {
      all.add(violation("cursor", "profile.cursor_of_other_query"));
    }
    if (!all.isEmpty()) {
      throw new ProblemException(
          Kind.BAD_REQUEST, "profile.bad_request", text("profile.bad_request"), all);
    }
    return read;
  }

  /** The faults of a text to search for. */
  public static List<Violation> faults(String text, List<SearchWord> words) {
    List<Violation> found = new ArrayList<>();
    if (text == null || text.isBlank()) {
      found.add(violation("q", "profile.search_empty"));
      return found;
    }
    if (text.codePointCount(0, text.length()) > SearchText.MAX_TEXT
        || words.size() > SearchText.MAX_WORDS) {
      found.add(
          violation("q", "profile.search_too_long", SearchText.MAX_WORDS, SearchText.MAX_TEXT));
    } else if (!SearchText.searchable(words)) {
      found.add(violation("q", "profile.search_too_short"));
    }
    return found;
  }

  /** One fault. */
  public static Violation violation(String field, String code, Object... arguments) {
    return new Violation(field, code, text(code, arguments));
  }

  private static LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(SearchProblems.class, code, arguments);
  }
}
