package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import java.util.Map;

/**
 * The hashes of the wordings as they stand now, made of the texts themselves.
 *
 * @param byPlace by notice and language
 */
public record Wordings(Map<Place, Octets> byPlace) {

  /**
   * Where a wording stands.
   *
   * @param noticeId of its notice
   * @param language BCP 47
   */
  public record Place(long noticeId, String language) {}

  /** Creates a collection. */
  public Wordings {
    byPlace = Map.copyOf(byPlace);
  }

  /** Whether an entry's wording still stands as it was; an entry without a notice has none. */
  public boolean stand(Entry.Shown shown) {
    if (shown == null || shown.sha256() == null) {
      return shown == null || shown.id() == null;
    }
    return shown.id() != null
        && shown.sha256().equals(byPlace.get(new Place(shown.id(), shown.language())));
  }
}
