package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/**
 * The query parameters of one request. Faults are collected while parameters are read, and {@link
 * #check} refuses all of them at once, unknown parameters by name. A parameter left empty counts as
 * not sent, since forms send empty fields. For one thread.
 */
public final class Parameters {
  private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

  private final MultivaluedMap<String, String> sent;
  private final Set<String> known = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  private Parameters(MultivaluedMap<String, String> sent) {
    this.sent = sent;
  }

  /** The parameters of a request. */
  public static Parameters of(UriInfo uri) {
    return new Parameters(uri.getQueryParameters());
  }

  /** The parameters of a request to a servlet that stands outside JAX-RS. */
  public static Parameters ofServlet(HttpServletRequest request) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    try {
      request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
    } catch (RuntimeException e) {
      // How a server says that a query cannot be decoded is its own affair.
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.status_400",
          LocalizedText.of(Parameters.class, "request.status_400"),
          e);
    }
    return new Parameters(sent);
  }

  /** Knows further parameters, without reading them. */
  public Parameters allow(String... names) {
    known.addAll(List.of(names));
    return this;
  }

  /** A text; null when not sent. */
  public String text(String name) {
    known.add(name);
    List<String> values = sent.get(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      fault(name, "parameter.repeated", name);
      return null;
    }
    String value = values.get(0);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A whole number within bounds; the default when not sent or at fault. */
  public int integer(String name, int byDefault, int min, int max) {
    String value = text(name);
    if (value == null) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with the bounds.
    }
    fault(name, "parameter.not_within", name, Integer.toString(min), Integer.toString(max));
    return byDefault;
  }

  /** A whole number; null when not sent or at fault. */
  public Long number(String name) {
    return value(name, "parameter.not_a_number", Long::valueOf);
  }

  /** {@code true} or {@code false}; null when not sent or at fault. */
  public Boolean bool(String name) {
    return value(name, "parameter.not_a_boolean", BOOLEANS::get);
  }

  /**
   * An instant as ISO-8601 with {@code Z} or an offset, whose {@code +} must be sent as {@code
   * %2B}; null when not sent or at fault.
   */
  public Instant instant(String name) {
    return value(name, "parameter.not_an_instant", text -> OffsetDateTime.parse(text).toInstant());
  }

  /** A date as {@code 2026-11-22}; null when not sent or at fault. */
  public LocalDate date(String name) {
    return value(
        name,
        "parameter.not_a_date",
        text -> {
          LocalDate date = LocalDate.parse(text);
          return date.getYear() >= 1 && date.getYear() <= 9999 ? date : null;
        });
  }

  /**
   * The values of a repeatable parameter, in order and without repeats.
   *
   * @param reader makes a value of a text; empty when it knows none
   * @param code the code of the violation for a text it does not know
   */
  public <E> Set<E> each(String name, Function<String, Optional<E>> reader, String code) {
    known.add(name);
    Set<E> all = new LinkedHashSet<>();
    for (String value : sent.getOrDefault(name, List.of())) {
      if (value != null && !value.isEmpty()) {
        Optional<E> read = reader.apply(value);
        if (read.isPresent()) {
          all.add(read.get());
        } else {
          violation(
              name, code, LocalizedText.of(Parameters.class, "parameter.unknown_value", value));
        }
      }
    }
    return all;
  }

  /** Adds a fault that the resource found. */
  public void violation(String field, String code, LocalizedText message) {
    violations.add(new Violation(field, code, message));
  }

  /**
   * Refuses the request if anything was at fault.
   *
   * @throws ProblemException of kind {@code BAD_REQUEST}, code {@code request.invalid_parameters}
   */
  public void check() {
    for (String name : sent.keySet()) {
      if (!known.contains(name)) {
        fault(name, "parameter.unknown", name);
      }
    }
    if (!violations.isEmpty()) {
      throw new ProblemException(
          ProblemException.Kind.BAD_REQUEST,
          "request.invalid_parameters",
          LocalizedText.of(Parameters.class, "request.invalid_parameters"),
          violations);
    }
  }

  /** The value of a parameter; where the reader answers null or throws, it is at fault. */
  private <T> T value(String name, String code, Function<String, T> reader) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    T value = null;
    try {
      value = reader.apply(text);
    } catch (DateTimeException | NumberFormatException e) {
      // Said below.
    }
    if (value == null) {
      fault(name, code, name);
    }
    return value;
  }

  private void fault(String name, String code, Object... arguments) {
    violation(name, code, LocalizedText.of(Parameters.class, code, arguments));
  }
}
