package com.chronotech.customer360.analytics;

import com.chronotech.customer360.platform.problem.LocalizedText;
import java.util.Objects;

/**
 * Something said twice: for programs and for people. Equal by its code alone.
 *
 * @param code stable, such as {@code revenue.paid} or {@code table_missing}
 * @param words the same in the reader's language, with the numbers it rests on
 */
public record Said(String code, LocalizedText words) {
  /** Creates it; no argument may be null. */
  public Said {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(words, "words");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Said said && said.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }
}
