package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.core.kept.model.Part.Resolved;
import com.chronotech.customer360.analytics.core.kept.model.Part.Visited;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts as short lines of text, the same bytes for the same part. Fields are parted by tabs, which
 * no folded spelling holds.
 */
public final class PartText {
  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::day).thenComparing(Slot::technician).thenComparing(Slot::make);

  /** What a line of times begins with, where others begin with a day. */
  private static final String RESOLVED = "r";

  private PartText() {}

  /** Writes a part. */
  public static byte[] write(Part part) {
    StringBuilder text = new StringBuilder(64 + 48 * part.slots().size());
    text.append(part.city());
    part.segments().stream().sorted().forEach(label -> text.append('\t').append(label));
    text.append('\n');
    if (part.cohort() != null) {
      text.append(part.cohort());
    }
    part.sortedQuarters()
        .forEach(
            (quarter, visited) ->
                text.append('\t')
                    .append(quarter)
                    .append(visited.came() ? '+' : '-')
                    .append(visited.revenue()));
    text.append('\n');
    text.append(part.intervals().stream().map(String::valueOf).collect(Collectors.joining(",")));
    part.slots().keySet().stream()
        .sorted(ORDER)
        .forEach(slot -> write(slot, part.slots().get(slot), text));
    if (!part.resolved().isEmpty()) {
      text.append('\n').append(RESOLVED);
      part.resolved()
          .forEach(
              one ->
                  text.append('\t')
                      .append(one.day().toEpochDay())
                      .append(':')
                      .append(one.bucket()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Slot slot, Tally tally, StringBuilder text) {
    text.append('\n').append(slot.day().toEpochDay()).append('\t').append(slot.technician());
    text.append('\t').append(slot.make());
    for (Total total : Total.values()) {
      long number = tally.get(total);
      if (number != 0) {
        text.append('\t').append(total.place()).append(':').append(number);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Part read(byte[] bytes) {
    try {
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
      String[] head = lines[0].split("\t", -1);
      String[] quarters = lines[1].split("\t", -1);
      Map<Slot, Tally> slots = new HashMap<>();
      List<Resolved> resolved = List.of();
      for (String line : Arrays.asList(lines).subList(3, lines.length)) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals(RESOLVED)) {
          resolved = resolved(fields);
          continue;
        }
        long[] numbers = new long[Total.values().length];
        for (String field : Arrays.asList(fields).subList(3, fields.length)) {
          int colon = field.indexOf(':');
          numbers[Integer.parseInt(field.substring(0, colon))] =
              Long.parseLong(field.substring(colon + 1));
        }
        LocalDate day = LocalDate.ofEpochDay(Long.parseLong(fields[0]));
        slots.put(new Slot(day, Long.parseLong(fields[1]), fields[2]), Tally.of(numbers));
      }
      List<String> segments = new ArrayList<>(Arrays.asList(head).subList(1, head.length));
      return new Part(
          head[0],
          segments,
          slots,
          cohort(quarters[0]),
          visited(quarters),
          intervals(lines[2]),
          resolved);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("not a customer's part of the figures", e);
    }
  }

  private static List<Resolved> resolved(String[] fields) {
    List<Resolved> resolved = new ArrayList<>();
    for (String field : Arrays.asList(fields).subList(1, fields.length)) {
      int colon = field.indexOf(':');
      resolved.add(
          new Resolved(
              LocalDate.ofEpochDay(Long.parseLong(field.substring(0, colon))),
              Integer.parseInt(field.substring(colon + 1))));
    }
    return resolved;
  }

  private static List<Integer> intervals(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
  }

  private static Integer cohort(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private static Map<Integer, Visited> visited(String[] fields) {
    Map<Integer, Visited> quarters = new HashMap<>();
    for (String field : Arrays.asList(fields).subList(1, fields.length)) {
      int sign = field.indexOf('+');
      boolean came = sign >= 0;
      int at = came ? sign : field.indexOf('-');
      quarters.put(
          Integer.valueOf(field.substring(0, at)),
          new Visited(came, Long.parseLong(field.substring(at + 1))));
    }
    return quarters;
  }
}
