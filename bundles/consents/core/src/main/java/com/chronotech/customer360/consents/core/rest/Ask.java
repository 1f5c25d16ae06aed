package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.platform.rest.Parameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of requests about consents; faults are told by the caller's check. */
final class Ask {
  private static final Duration LONGEST = Duration.ofDays(36_600);

  private Ask() {}

  /** A question about one purpose. */
  static ConsentQuestion question(long customerId, Parameters parameters) {
    ConsentType type = one(parameters, "type", ConsentType::ofCode, "consents.unknown_type", true);
    ConsentQuestion question =
        new ConsentQuestion(
            customerId,
            type == null ? ConsentType.ANALYTICS : type,
            parameters.instant("at"),
            one(parameters, "channel", Channel::ofCode, "consents.unknown_channel", false),
            one(
                parameters,
                "message_class",
                MessageClass::ofCode,
                "consents.unknown_message_class",
                false));
    parameters.check();
    return question;
  }

  /**
   * The instant that lies an ISO-8601 time after another: {@code P30D}, {@code P2M} by the
   * calendar, {@code PT36H}.
   *
   * @return null when not sent or at fault
   */
  static Instant after(Parameters parameters, String name, Instant from) {
    String text = parameters.text(name);
    if (text == null) {
      return null;
    }
    try {
      Instant until =
          text.contains("T")
              ? from.plus(Duration.parse(text))
              : from.atZone(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
      Duration within = Duration.between(from, until);
      if (!within.isNegative() && within.compareTo(LONGEST) <= 0) {
        return until;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Said below.
    }
    parameters.violation(name, "consents.within", ConsentProblems.text("consents.within"));
    return null;
  }

  private static <E> E one(
      Parameters parameters,
      String name,
      Function<String, Optional<E>> reader,
      String code,
      boolean required) {
    String text = parameters.text(name);
    if (text == null) {
      if (required) {
        parameters.violation(
            name,
            "consents.parameter_required",
            ConsentProblems.text("consents.parameter_required"));
      }
      return null;
    }
    Optional<E> read = reader.apply(text);
    if (read.isEmpty()) {
      parameters.violation(name, code, ConsentProblems.text(code, text));
    }
    return read.orElse(null);
  }
}
