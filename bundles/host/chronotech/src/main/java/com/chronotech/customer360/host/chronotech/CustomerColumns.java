package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What hosts call what they hold of a customer. */
final class CustomerColumns {
  private static final List<String> BIRTH_DATES =
      List.of("birth_date", "date_of_birth", "birthday");

  /** Every column that is read. */
  static final List<String> ALL =
      Stream.concat(
              Stream.of("id"),
              Stream.of(CustomerColumn.values()).flatMap(column -> names(column).stream()))
          .toList();

  private static final int DAYS = "2026-01-01".length();

  private CustomerColumns() {}

  private static List<String> names(CustomerColumn column) {
    return column == CustomerColumn.BIRTH_DATE ? BIRTH_DATES : List.of(column.code());
  }

  static CustomerRow row(HostRow row) {
    Set<CustomerColumn> columns = EnumSet.noneOf(CustomerColumn.class);
    Map<CustomerColumn, String> values = new EnumMap<>(CustomerColumn.class);
    for (CustomerColumn column : CustomerColumn.values()) {
      List<String> names = names(column).stream().filter(row.table()::has).toList();
      if (!names.isEmpty()) {
        columns.add(column);
        String value = value(row, column, names.toArray(String[]::new));
        if (value != null) {
          values.put(column, value);
        }
      }
    }
    return new CustomerRow(row.id(), columns, values);
  }

  private static String value(HostRow row, CustomerColumn column, String... names) {
    return switch (column) {
      case IS_ACTIVE, TAX_EXEMPT -> text(Words.flag(row.text(names)));
      case BIRTH_DATE -> date(row.text(names));
      case CREATED_AT, UPDATED_AT -> text(row.time(names));
      case PRIVACY_LEVEL -> row.word(names[0]);
      default -> row.text(names);
    };
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String date(String text) {
    try {
      return text == null || text.length() < DAYS
          ? null
          : LocalDate.parse(text.substring(0, DAYS)).toString();
    } catch (DateTimeException e) {
      // A zero date, or a text that is none.
      return null;
    }
  }
}
