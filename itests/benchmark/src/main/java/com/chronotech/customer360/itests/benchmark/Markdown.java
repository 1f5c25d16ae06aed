package com.chronotech.customer360.itests.benchmark;

import java.util.Locale;

/** Lines of Markdown. Not thread-safe. */
final class Markdown {
  private final StringBuilder out = new StringBuilder();

  /** A line; with arguments a format, else taken as it is. */
  Markdown line(String format, Object... arguments) {
    out.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    out.append('\n');
    return this;
  }

  /** The head of a table of goals. */
  void goals() {
    line("");
    line("### Goals");
    line("| goal | reached | |");
    line("|---|---|---|");
  }

  /** A goal and whether it was reached. */
  void goal(String goal, String reached, boolean kept) {
    goal(goal, reached, kept, true);
  }

  /** A goal that tables of a certain size show to be reached or not, and smaller ones cannot. */
  void goal(String goal, String reached, boolean kept, boolean largeEnough) {
    goal(goal, reached, !largeEnough ? "**not shown at this size**" : kept ? "kept" : "**missed**");
  }

  /** A goal and what is to be said of it. */
  void goal(String goal, String reached, String verdict) {
    line("| %s | %s | %s |", goal, reached, verdict);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  /** Micros or nanos, as few digits as tell something. */
  static String micros(double micros) {
    return String.format(Locale.ROOT, micros < 10 ? "%.2f" : "%,.0f", micros);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
