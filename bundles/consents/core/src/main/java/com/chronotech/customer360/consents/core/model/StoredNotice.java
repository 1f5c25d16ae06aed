package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Notice;
import java.util.Locale;
import java.util.Optional;

/**
 * A notice and the id of its row.
 *
 * @param id of the row
 * @param notice the notice
 */
public record StoredNotice(long id, Notice notice) {

  /** The language every notice is published in first. */
  public static final String FIRST_LANGUAGE = "fr-CA";

  /** The wording in a language as something shown; empty when it has none. */
  public Optional<Entry.Shown> shown(String language) {
    return notice.texts().entrySet().stream()
        .filter(text -> text.getKey().equalsIgnoreCase(language))
        .map(
            text ->
                new Entry.Shown(
                    id,
                    notice.version().toString(),
                    text.getKey(),
                    Octets.ofHex(text.getValue().sha256())))
        .findFirst();
  }

  /**
   * The wording that a person reads: in the very language, else in one of the same language
   * elsewhere, else in French.
   *
   * @param language a BCP 47 tag; null when unknown
   */
  public Entry.Shown shownTo(String language) {
    return shown(language)
        .or(() -> sameLanguage(language))
        .or(() -> shown(FIRST_LANGUAGE))
        .orElseThrow(() -> new IllegalStateException("a notice without fr-CA: " + id));
  }

  private Optional<Entry.Shown> sameLanguage(String language) {
    if (language == null) {
      return Optional.empty();
    }
    String wanted = Locale.forLanguageTag(language).getLanguage();
    return notice.texts().keySet().stream()
        .sorted()
        .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(wanted))
        .findFirst()
        .flatMap(this::shown);
  }
}
