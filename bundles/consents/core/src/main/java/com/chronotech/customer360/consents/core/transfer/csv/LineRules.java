package com.chronotech.customer360.consents.core.transfer.csv;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.NoticeVersion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** What a line must look like, whatever stands in the database. Thread-safe. */
final class LineRules {
  private static final int LONGEST_SOURCE = 100;
  private static final int LONGEST_EVIDENCE = 10_000;
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]{1,44}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String TYPES = codes(ConsentType.values(), ConsentType::code);
  private static final String DECISIONS = codes(Decision.values(), Decision::code);
  private static final String CHANNELS = codes(Channel.values(), Channel::code);

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Columns columns;

  LineRules(Columns columns) {
    this.columns = columns;
  }

  /** One line under inspection. */
  private record Cells(Columns columns, CSVRecord line, long number, List<Fault> found) {
    String text(String column) {
      return columns.cell(line, column);
    }

    String needed(String column) {
      String text = text(column);
      if (text == null) {
        fault(column, "import.cell_empty");
      }
      return text;
    }

    void fault(String column, String code, Object... arguments) {
      found.add(Fault.of(number, column, code, arguments));
    }

    <T> T code(String column, String text, Function<String, Optional<T>> known, String all) {
      if (text == null) {
        return null;
      }
      Optional<T> value = known.apply(text.toLowerCase(Locale.ROOT));
      if (value.isEmpty()) {
        fault(column, "import.unknown_word", text, all);
      }
      return value.orElse(null);
    }

    Long id(String column, String text) {
      if (text == null) {
        return null;
      }
      if (!ID.matcher(text).matches()) {
        fault(column, "import.id", text);
        return null;
      }
      return Long.valueOf(text);
    }

    Instant time(String column, String text) {
      if (text == null) {
        return null;
      }
      Times.Read read = Times.read(text);
      if (read.fault() != null) {
        fault(column, read.fault(), text);
      }
      return read.instant();
    }
  }

  /** The line; its faults are added to {@code found}, and then it is worth nothing. */
  Optional<ImportLine> read(CSVRecord line, long number, List<Fault> found) {
    int before = found.size();
    if (line.size() != columns.count()) {
      found.add(Fault.of(number, null, "import.cells", line.size(), columns.count()));
      return Optional.empty();
    }
    Cells cells = new Cells(columns, line, number, found);
    Long customer = cells.id(Columns.CUSTOMER, cells.needed(Columns.CUSTOMER));
    ConsentType type =
        cells.code(Columns.TYPE, cells.needed(Columns.TYPE), ConsentType::ofCode, TYPES);
    Decision decision =
        cells.code(Columns.DECISION, cells.needed(Columns.DECISION), Decision::ofCode, DECISIONS);
    Instant occurred = cells.time(Columns.OCCURRED, cells.needed(Columns.OCCURRED));
    String source = source(cells);
    Channel channel =
        cells.code(Columns.CHANNEL, cells.text(Columns.CHANNEL), Channel::ofCode, CHANNELS);
    String notice = notice(cells);
    String language = language(cells, notice);
    Instant expires = expires(cells, occurred);
    String evidence = evidence(cells);
    String address = address(cells);
    Long collectedBy = cells.id(Columns.COLLECTED_BY, cells.text(Columns.COLLECTED_BY));
    if (found.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ImportLine(
            number,
            NewConsent.of(customer, type, decision, source)
                .channel(channel)
                .notice(notice, language)
                .occurredAt(occurred)
                .expiresAt(expires)
                .evidence(evidence)
                .ipAddress(address)
                .collectedBy(collectedBy)
                .build()));
  }

  private static String source(Cells cells) {
    String source = cells.needed(Columns.SOURCE);
    if (source != null) {
      if (source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
        cells.fault(Columns.SOURCE, "import.too_long", LONGEST_SOURCE);
      } else if (CONTROL.matcher(source).find()) {
        cells.fault(Columns.SOURCE, "import.control_characters");
      }
    }
    return source;
  }

  private static String notice(Cells cells) {
    String notice = cells.text(Columns.NOTICE);
    if (notice != null && NoticeVersion.parse(notice).isEmpty()) {
      cells.fault(Columns.NOTICE, "import.notice_version", notice);
    }
    return notice;
  }

  private static String language(Cells cells, String notice) {
    String language = cells.text(Columns.LANGUAGE);
    if (language == null) {
      return null;
    }
    if (!LANGUAGE.matcher(language).matches()) {
      cells.fault(Columns.LANGUAGE, "import.language", language);
    } else if (notice == null) {
      cells.fault(Columns.LANGUAGE, "import.language_without_notice");
    }
    return Locale.forLanguageTag(language).toLanguageTag();
  }

  private static Instant expires(Cells cells, Instant occurred) {
    Instant expires = cells.time(Columns.EXPIRES, cells.text(Columns.EXPIRES));
    if (expires != null && occurred != null && !expires.isAfter(occurred)) {
      cells.fault(Columns.EXPIRES, "import.ends_before_it_begins");
    }
    return expires;
  }

  private String evidence(Cells cells) {
    String evidence = cells.text(Columns.EVIDENCE);
    if (evidence == null) {
      return null;
    }
    if (evidence.length() > LONGEST_EVIDENCE) {
      cells.fault(Columns.EVIDENCE, "import.too_long", LONGEST_EVIDENCE);
      return null;
    }
    try {
      if (json.readTree(evidence).isObject()) {
        return evidence;
      }
    } catch (JsonProcessingException e) {
      // Told below, as for JSON that is no object.
    }
    cells.fault(Columns.EVIDENCE, "import.evidence");
    return null;
  }

  private static String address(Cells cells) {
    String address = cells.text(Columns.IP);
    if (address != null && !ADDRESS.matcher(address).matches()) {
      cells.fault(Columns.IP, "import.ip_address", address);
    }
    return address;
  }

  private static <T> String codes(T[] values, Function<T, String> code) {
    return String.join(", ", java.util.Arrays.stream(values).map(code).toList());
  }
}
