package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeService.NewNotice.Wording;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a notice must be to be published; every fault is told at once. */
public final class NoticeRules {

  /** Code points of a title. */
  public static final int MAX_TITLE = 255;

  /** Code points of a body. */
  public static final int MAX_BODY = 100_000;

  private static final int MAX_MONTHS = 1200;
  private static final int MAX_TAG = 16;

  private NoticeRules() {}

  /**
   * Checks a notice.
   *
   * @param newest the greatest version of the purpose; empty when there is none
   */
  public static void check(
      NewNotice notice, Optional<NoticeVersion> newest, List<Violation> found) {
    Optional<NoticeVersion> version = NoticeVersion.parse(notice.version());
    if (version.isEmpty()) {
      found.add(ConsentProblems.violation("version", "consents.notice_version"));
    } else if (newest.isPresent() && version.get().compareTo(newest.get()) <= 0) {
      found.add(
          ConsentProblems.violation(
              "version", "consents.notice_not_newer", newest.get().toString()));
    }
    Map<String, Wording> texts = notice.texts() == null ? Map.of() : notice.texts();
    if (texts.keySet().stream().noneMatch(StoredNotice.FIRST_LANGUAGE::equalsIgnoreCase)) {
      found.add(ConsentProblems.violation("texts", "consents.notice_without_french"));
    }
    texts.forEach((language, wording) -> check(language, wording, found));
    if (texts.keySet().stream().map(NoticeRules::canonical).distinct().count() < texts.size()) {
      found.add(ConsentProblems.violation("texts", "consents.notice_language_twice"));
    }
    months("validity_months", notice.validityMonths(), found);
    months("retention_months", notice.retentionMonths(), found);
  }

  /** Checks a wording in a language. */
  public static void check(String language, Wording wording, List<Violation> found) {
    String field = "texts." + language;
    if (canonical(language) == null || canonical(language).length() > MAX_TAG) {
      found.add(ConsentProblems.violation(field, "consents.notice_tag"));
    }
    text(field + ".title", wording == null ? null : wording.title(), MAX_TITLE, found);
    text(field + ".body", wording == null ? null : wording.body(), MAX_BODY, found);
  }

  private static void text(String field, String text, int max, List<Violation> found) {
    if (text == null || text.isBlank() || text.codePointCount(0, text.length()) > max) {
      found.add(ConsentProblems.violation(field, "consents.notice_text", max));
    } else if (!ConsentRules.isSound(text)) {
      found.add(ConsentProblems.violation(field, "consents.characters"));
    }
  }

  private static void months(String field, Integer months, List<Violation> found) {
    if (months != null && (months < 1 || months > MAX_MONTHS)) {
      found.add(ConsentProblems.violation(field, "consents.notice_months", MAX_MONTHS));
    }
  }

  /** A language tag as it is kept, such as {@code fr-CA}; null when it is none (BCP 47). */
  public static String canonical(String tag) {
    try {
      String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
      return tag.isEmpty() ? null : canonical;
    } catch (IllformedLocaleException | NullPointerException e) {
      return null;
    }
  }
}
