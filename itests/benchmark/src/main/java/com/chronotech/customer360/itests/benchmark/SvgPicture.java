package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws {@code benchmark.svg}: what part of the raw way's speed is reached, and the growths. */
final class SvgPicture {
  private static final int WIDTH = 760;
  private static final int LEFT = 300;
  private static final int BAR = 22;
  private static final int FULL = 380;

  private final Options options;
  private final Results results;
  private final StringBuilder body = new StringBuilder();
  private int y = 34;

  SvgPicture(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  void write() throws IOException {
    List<Results.Pair> pairs = new ArrayList<>(results.pages);
    pairs.addAll(results.recordings);
    heading("Speed beside the raw way (the line is raw itself)");
    int top = y;
    for (Results.Pair pair : pairs) {
      bar(pair.scenario(), pair.ratio(), String.format(Locale.ROOT, "%.2f", pair.ratio()));
    }
    marker(top, FULL);
    growth("CPU time of a first page as one life grows", results.lifeGrowth);
    growth("CPU time of a first page as the table grows", results.tableGrowth);
    Files.writeString(options.output().resolve("benchmark.svg"), document());
  }

  private void growth(String title, List<Results.Point> points) {
    double most = points.stream().mapToDouble(p -> p.measurement().cpuMicros()).max().orElse(1);
    heading(title);
    for (Results.Point point : points) {
      double cost = point.measurement().cpuMicros();
      bar(
          String.format(Locale.ROOT, "%,d", point.size()),
          cost / most,
          String.format(Locale.ROOT, "%.0f µs", cost));
    }
  }

  private void heading(String text) {
    y += 14;
    body.append(
        String.format(Locale.ROOT, "<text x=\"20\" y=\"%d\" class=\"h\">%s</text>%n", y, text));
    y += 14;
  }

  private void bar(String label, double part, String value) {
    long length = Math.round(Math.min(1.05, part) * FULL);
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" class=\"l\">%s</text>"
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                + "<text x=\"%d\" y=\"%d\">%s</text>%n",
            LEFT - 8,
            y + 15,
            label,
            LEFT,
            y,
            length,
            BAR - 4,
            LEFT + length + 6,
            y + 15,
            value));
    y += BAR;
  }

  private void marker(int top, int at) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
            LEFT + at,
            top,
            LEFT + at,
            y));
  }

  private String document() {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        aria-label="Customer 360 beside a raw servlet">
        <style>text{font:13px sans-serif;fill:#222}.h{font-weight:bold}.l{text-anchor:end}\
        rect{fill:#2a6f97}line{stroke:#b00;stroke-dasharray:4 3}</style>
        <rect width="%d" height="%d" style="fill:#fff"/>
        %s</svg>
        """,
        WIDTH,
        y + 20,
        WIDTH,
        y + 20,
        body);
  }
}
