package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Writes {@code benchmark.md}: the chapters that were measured, and the others as they were. */
final class MarkdownReport {
  private final Options options;
  private final Results results;

  MarkdownReport(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  /** Writes the chapters of one part anew. */
  void write(Part measured) throws IOException {
    Map<Chapter, String> texts = new EnumMap<>(Chapter.class);
    for (Chapter chapter : Chapter.values()) {
      if (chapter.part() == measured) {
        texts.put(chapter, text(chapter));
      }
    }
    write(options.output(), texts);
  }

  /** Writes some chapters anew. */
  static void write(Path output, Map<Chapter, String> texts) throws IOException {
    Path file = output.resolve("benchmark.md");
    Map<Chapter, String> chapters = Chapter.read(file);
    chapters.putAll(texts);
    Markdown out = new Markdown();
    out.line("# Benchmark");
    out.line(
        "Written by `itests/benchmark/run`; do not edit. `--only timeline`, `--only consents`");
    out.line(
        "and `--only search` measure a part anew and leave the other chapters as they are; each");
    out.line(
        "says when and on which build it was measured. The chapter on analytics is written by");
    out.line("`itests/benchmark/analytics --write`.");
    chapters.forEach((chapter, text) -> out.line("").line(chapter.mark()).line(text.strip()));
    Files.createDirectories(output);
    Files.writeString(file, out.toString());
    Benchmark.say("written: " + file);
  }

  private String text(Chapter chapter) throws IOException {
    return switch (chapter) {
      case TIMELINE -> new TimelineReport(options, results).text();
      case CONSENTS -> new ConsentReport(options, results).text();
      case LEDGER -> new LedgerReport(options, results).text();
      case SEARCH -> new SearchReport(options, results).text();
      case ANALYTICS -> throw new IllegalArgumentException("measured by itself");
    };
  }
}
