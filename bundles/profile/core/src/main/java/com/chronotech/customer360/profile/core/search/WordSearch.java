package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.core.search.model.PageCursor;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.model.SearchText;
import com.chronotech.customer360.profile.core.search.model.SearchWord;
import com.chronotech.customer360.profile.core.search.store.WordWalk;
import com.chronotech.customer360.profile.core.search.store.WordWalk.Course;
import com.chronotech.customer360.profile.core.search.store.WordWalk.Met;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a page of customers: walks along the rarest word in growing steps, and ends early rather
 * than late, with a cursor that goes on.
 */
final class WordSearch {
  /** Terms looked at in one page at most, in steps that grow while little is found. */
  private static final int[] STEPS = {256, 1024, 4096, 12_000, 12_000};

  private final WordWalk walk;

  WordSearch(WordWalk walk) {
    this.walk = walk;
  }

  /**
   * A page.
   *
   * @param met the customers met, in order
   * @param next where to go on; null at the end
   */
  record Found(List<Met> met, PageCursor next) {}

  /**
   * What is looked for.
   *
   * @param words the words
   * @param filter only those who pass it
   */
  record Wish(List<SearchWord> words, CustomerFilter filter) {}

  Found page(Wish wish, PageCursor cursor, int question, int perPage) {
    List<SearchWord> words = wish.words();
    List<SearchWord> drivers = SearchText.drivers(words);
    int led = cursor == null ? walk.rarest(drivers) : Math.min(cursor.driver(), drivers.size() - 1);
    SearchWord driver = drivers.get(led);
    List<SearchWord> others = words.stream().filter(word -> !word.equals(driver)).toList();
    Course course = new Course(driver, others, wish.filter());
    Place from = cursor == null ? Place.START : cursor.place();
    List<Met> met = new ArrayList<>();
    for (int step : STEPS) {
      met.addAll(walk.next(course, from, step, perPage + 1 - met.size()));
      if (met.size() > perPage) {
        List<Met> page = met.subList(0, perPage);
        return new Found(page, new PageCursor(page.get(perPage - 1).place(), led, question));
      }
      from = walk.skip(driver, from, step);
      if (from == null) {
        return new Found(met, null);
      }
    }
    return new Found(met, new PageCursor(from, led, question));
  }
}
