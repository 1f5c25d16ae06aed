package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** What an administrator typed, read as a value, or refused by name. */
final class Typed {
  private final ConsoleAction action;

  Typed(ConsoleAction action) {
    this.action = action;
  }

  ConsentType consentType(String code) throws CommandRefused {
    return ConsentType.ofCode(code).orElseThrow(() -> action.refused("consent.unknown_type", code));
  }

  /** One of an enumeration's codes; null when nothing was typed. */
  <E> E code(String typed, Function<String, Optional<E>> reader) throws CommandRefused {
    return typed == null
        ? null
        : reader.apply(typed).orElseThrow(() -> action.refused("typed.unknown", typed));
  }

  /** An instant, with {@code Z} or an offset; null when nothing was typed. */
  Instant instant(String typed) throws CommandRefused {
    try {
      return typed == null ? null : OffsetDateTime.parse(typed).toInstant();
    } catch (DateTimeParseException e) {
      throw action.refused("record.not_an_instant", typed);
    }
  }

  /** A day; null when nothing was typed. */
  LocalDate day(String typed) throws CommandRefused {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw action.refused("timeline.not_a_day", typed);
    }
  }
}
