package com.chronotech.customer360.analytics.core.survey.model;

import java.util.Optional;

/**
 * What a customer answered. At least one part is there.
 *
 * @param recommend 0 to 10; null when not answered
 * @param satisfied 1 to 5; null when not answered
 * @param comment 1 to {@link #LONGEST} characters; null when there is none
 */
public record Grades(Integer recommend, Integer satisfied, String comment) {
  /** How long a comment may be. */
  public static final int LONGEST = 2000;

  /**
   * Reads a form. A grade that is none on its scale is not answered; a comment loses what a
   * database or a screen cannot show, and what is beyond its length.
   *
   * @return empty when nothing was answered
   */
  public static Optional<Grades> read(String recommend, String satisfied, String comment) {
    Grades grades = new Grades(within(recommend, 0, 10), within(satisfied, 1, 5), cleaned(comment));
    return grades.recommend == null && grades.satisfied == null && grades.comment == null
        ? Optional.empty()
        : Optional.of(grades);
  }

  private static Integer within(String text, int least, int most) {
    if (text == null || !text.matches("[0-9]{1,2}")) {
      return null;
    }
    int grade = Integer.parseInt(text);
    return grade >= least && grade <= most ? grade : null;
  }

  private static String cleaned(String comment) {
    if (comment == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    comment
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .filter(c -> c > Character.MAX_VALUE || !Character.isSurrogate((char) c))
        .limit(LONGEST)
        .forEach(kept::appendCodePoint);
    String text = kept.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
