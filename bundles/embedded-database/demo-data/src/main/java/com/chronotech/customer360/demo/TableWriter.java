package com.chronotech.customer360.demo;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Writes one table: its creation, then its rows as multi-row inserts. A statement ends with a
 * semicolon and a line end, and nowhere else do the two stand together.
 */
final class TableWriter {
  // Four bytes a character at worst: a statement stays under 1 MB, the smallest packet in use.
  private static final int STATEMENT_CHARACTERS = 240_000;

  private final Writer out;
  private final Table table;
  private final StringBuilder statement = new StringBuilder(1024);
  private final String head;
  private long rows;

  TableWriter(Writer out, Table table, String options) throws IOException {
    this.out = out;
    this.table = table;
    StringBuilder names = new StringBuilder("INSERT INTO `").append(table.name()).append("` (");
    String separator = "";
    for (Table.Column column : table.columns()) {
      if (column.kept() && column.filled()) {
        names.append(separator).append('`').append(column.name()).append('`');
        separator = ", ";
      }
    }
    head = names.append(") VALUES\n").toString();
    if (table.kept()) {
      out.write(table.creation(options));
    }
  }

  boolean kept() {
    return table.kept();
  }

  /** The id of the next row, when ids count from one. */
  long nextId() {
    return rows + 1;
  }

  /** Writes a row; a value for each filled column of the table, kept in this variation or not. */
  void row(Object... values) throws IOException {
    rows++;
    if (!table.kept()) {
      return;
    }
    statement.append(statement.isEmpty() ? head : ",\n").append('(');
    int index = 0;
    String separator = "";
    for (Table.Column column : table.columns()) {
      if (!column.filled()) {
        continue;
      }
      Object value = values[index++];
      if (column.kept()) {
        statement.append(separator);
        append(value);
        separator = ",";
      }
    }
    if (index != values.length) {
      throw new IllegalStateException(
          table.name() + " takes " + index + " values, not " + values.length);
    }
    statement.append(')');
    if (statement.length() > STATEMENT_CHARACTERS) {
      flush();
    }
  }

  void flush() throws IOException {
    if (!statement.isEmpty()) {
      out.append(statement).write(";\n");
      statement.setLength(0);
    }
  }

  private void append(Object value) {
    if (value == null) {
      statement.append("NULL");
    } else if (value instanceof BigDecimal number) {
      statement.append(number.toPlainString());
    } else if (value instanceof Number number) {
      statement.append(number);
    } else if (value instanceof LocalDateTime time) {
      statement.append('\'').append(time.toLocalDate()).append(' ');
      two(time.getHour(), ':');
      two(time.getMinute(), ':');
      two(time.getSecond(), '\'');
    } else if (value instanceof LocalDate date) {
      statement.append('\'').append(date).append('\'');
    } else {
      quoted(value.toString());
    }
  }

  private void two(int number, char after) {
    statement.append((char) ('0' + number / 10)).append((char) ('0' + number % 10)).append(after);
  }

  private void quoted(String text) {
    statement.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> statement.append("''");
        case '\\' -> statement.append("\\\\");
        case '\n' -> statement.append("\\n");
        default -> statement.append(c);
      }
    }
    statement.append('\'');
  }

  /** A table of the host. */
  record Table(String name, boolean kept, List<Column> columns, String keys) {

    /** A column; one that is not filled takes its default. */
    record Column(String name, String type, boolean kept, boolean filled) {}

    String creation(String options) {
      StringBuilder sql = new StringBuilder("CREATE TABLE `").append(name).append("` (");
      for (Column column : columns) {
        if (column.kept()) {
          sql.append("\n  `").append(column.name()).append("` ").append(column.type()).append(',');
        }
      }
      if (keys.isEmpty()) {
        sql.setLength(sql.length() - 1);
      }
      return sql.append(keys.isEmpty() ? "" : "\n  " + keys)
          .append("\n) ")
          .append(options)
          .append(";\n")
          .toString();
    }
  }
}
