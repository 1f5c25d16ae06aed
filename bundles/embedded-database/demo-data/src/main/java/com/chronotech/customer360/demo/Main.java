package com.chronotech.customer360.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an invented host database to standard output. */
public final class Main {
  private static final String USAGE =
      """
      java -jar demo-data.jar [--shape recent|older] [--customers N] [--seed N] [--until YYYY-MM-DD]
                              [--busy CUSTOMER:WORK_ORDERS] [--with VARIATION] [--without VARIATION]
      Writes a host database with invented people as SQL to standard output.
      Variations:
      """;

  private Main() {}

  /** Runs the command; ends with status 2 on a wrong argument. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, OutputStream out, PrintStream messages) throws IOException {
    if (Arrays.asList(arguments).contains("--help")) {
      messages.print(USAGE);
      for (Variation variation : Variation.values()) {
        messages.println("  " + variation.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      return 0;
    }
    HostDatabase database;
    try {
      database = parse(Arrays.asList(arguments).iterator());
    } catch (RuntimeException e) {
      messages.println(e.getMessage() + "; see --help");
      return 2;
    }
    OutputStream buffered = new BufferedOutputStream(out);
    database.writeTo(buffered);
    buffered.flush();
    return 0;
  }

  private static HostDatabase parse(Iterator<String> arguments) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    while (arguments.hasNext()) {
      String option = arguments.next();
      if (!arguments.hasNext()) {
        throw new IllegalArgumentException("unknown or without a value: " + option);
      }
      options.computeIfAbsent(option, o -> new ArrayList<>()).add(arguments.next());
    }
    // The shape comes first wherever it stands, since the others vary it.
    List<String> shapes = options.getOrDefault("--shape", List.of("recent"));
    options.remove("--shape");
    HostDatabase database = HostDatabase.of(Shape.named(shapes.get(shapes.size() - 1)));
    for (Map.Entry<String, List<String>> option : options.entrySet()) {
      for (String value : option.getValue()) {
        database = apply(database, option.getKey(), value);
      }
    }
    return database;
  }

  private static HostDatabase apply(HostDatabase database, String option, String value) {
    return switch (option) {
      case "--customers" -> database.withCustomers(Integer.parseInt(value));
      case "--seed" -> database.withSeed(Long.parseLong(value));
      case "--until" -> database.withUntil(LocalDate.parse(value));
      case "--busy" -> {
        int colon = value.indexOf(':');
        yield database.withBusyCustomer(
            Long.parseLong(value.substring(0, colon)),
            Integer.parseInt(value.substring(colon + 1)));
      }
      case "--with" -> database.with(variation(value));
      case "--without" -> database.without(variation(value));
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private static Variation variation(String name) {
    return Variation.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
