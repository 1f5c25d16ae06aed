package com.chronotech.customer360.consents.core.transfer.csv;

import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.platform.problem.LocalizedText;
import java.util.Locale;

/**
 * What is wrong with a line of a file.
 *
 * @param line its number in the file, the header being 1
 * @param field the column; null for the line as a whole
 * @param code stable
 * @param text the reason
 */
public record Fault(long line, String field, String code, LocalizedText text) {

  /** A fault whose sentence lies under its code among this package's messages. */
  public static Fault of(long line, String field, String code, Object... arguments) {
    return new Fault(line, field, code, LocalizedText.of(Fault.class, code, arguments));
  }

  /** The fault in a language. */
  public LineFault in(Locale locale) {
    return new LineFault(line, field, code, text.in(locale));
  }
}
