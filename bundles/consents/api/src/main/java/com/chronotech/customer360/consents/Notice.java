package com.chronotech.customer360.consents;

import java.time.Instant;
import java.util.Map;

/**
 * The notice of a purpose: what a customer is shown before deciding (P-39.1 s. 8, 14). Immutable
 * once published.
 *
 * @param type the purpose
 * @param version major and minor, such as {@code 1.0}; a new major version makes consents under an
 *     older one due for renewal
 * @param texts the wording by language, French (fr-CA) always among them
 * @param validityMonths how long a consent under it lasts, in calendar months; null until withdrawn
 * @param retentionMonths how long records are kept after they ended, in months; null for ever
 * @param publishedAt when
 * @param publishedBy the caller's name
 */
public record Notice(
    ConsentType type,
    NoticeVersion version,
    Map<String, Text> texts,
    Integer validityMonths,
    Integer retentionMonths,
    Instant publishedAt,
    String publishedBy) {

  /**
   * A wording.
   *
   * @param title 1 to 255 characters
   * @param body plain text
   * @param sha256 lower-case hex, of the UTF-8 bytes of title, a line feed, and body
   */
  public record Text(String title, String body, String sha256) {}

  /** Creates a notice. */
  public Notice {
    texts = Map.copyOf(texts);
  }
}
