package com.chronotech.customer360.profile;

import com.chronotech.customer360.platform.caller.Permission;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds and lists customers. Published in the service registry; each bundle that looks it up is the
 * caller, with the role {@code service}, where no {@link
 * com.chronotech.customer360.platform.caller.Caller} is bound to the thread.
 *
 * <p>It reads an index of words kept beside the host's tables: changes made through Customer 360
 * show at once, in the caller's transaction too; those of the host's own screens within seconds,
 * once the background has read them. Until the host was read for the first time answers say {@link
 * CustomerPage#complete()} false.
 *
 * <p><b>Errors</b> are {@link com.chronotech.customer360.platform.problem.ProblemException}: {@code
 * BAD_REQUEST} with every fault for a text that cannot be searched for, an unreadable cursor or
 * page size; {@code FORBIDDEN}; {@code UNAVAILABLE} while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface CustomerSearch {

  /** To search and to list customers. */
  Permission SEARCH = new Permission("profile.search");

  /** To have the index read afresh. */
  Permission INDEX = new Permission("search.index");

  /** The largest page. */
  int MAX_PER_PAGE = 100;

  /** The page size where none is named. */
  int DEFAULT_PER_PAGE = 20;

  /**
   * Customers whose words begin with all the words of a text: of name, company, e-mail, phone,
   * plate, VIN and contacts; accents, case, apostrophes and hyphens ignored. Words that are met
   * whole come before those that only begin so.
   *
   * @param text 1 to 10 words, at most 200 characters; one of them has two characters or more, or
   *     three digits or more
   * @param filter only those who pass it; its order is not looked at, since words have their own
   * @param cursor the {@link CustomerPage#nextCursor()} of an answer to the same text and filter;
   *     null for the first page
   * @param perPage 1 to {@link #MAX_PER_PAGE}
   */
  CustomerPage search(String text, CustomerFilter filter, String cursor, int perPage);

  /** As {@link #search(String, CustomerFilter, String, int)}, among everybody. */
  default CustomerPage search(String text, String cursor, int perPage) {
    return search(text, CustomerFilter.all(), cursor, perPage);
  }

  /**
   * Customers that pass a filter.
   *
   * @param cursor of an answer to the same filter; null for the first page
   * @param perPage 1 to {@link #MAX_PER_PAGE}
   */
  CustomerPage list(CustomerFilter filter, String cursor, int perPage);

  /**
   * Values that a list can be narrowed by, spelled as one of the customers has them, each once
   * however it is accented, in the order of their letters.
   *
   * @param beginning how they begin, accents and case ignored; null or empty for any
   * @param limit 1 to {@link #MAX_PER_PAGE}
   */
  List<String> values(CustomerFacet facet, String beginning, int limit);

  /**
   * Brings the words of one customer up to date, in the current transaction or in one of its own.
   * For whoever changed what a customer is found by; without effect for an unknown customer but
   * that nothing finds it any more. Needs no permission: it tells nothing.
   */
  void refresh(long customerId);

  /** How far the index is. */
  SearchIndexState state();

  /**
   * Reads everything of the host afresh in the background, while answers go on. Answers at once; no
   * effect while such a pass is under way.
   */
  void rebuild();
}
