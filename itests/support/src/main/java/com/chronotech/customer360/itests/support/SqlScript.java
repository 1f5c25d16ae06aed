package com.chronotech.customer360.itests.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Splits a dump into statements, reading it as a stream. */
final class SqlScript {
  private SqlScript() {}

  static void each(Reader script, Consumer<String> statements) {
    try {
      Splitter splitter = new Splitter(statements);
      BufferedReader reader = new BufferedReader(script, 1 << 16);
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        splitter.accept((char) c);
      }
      splitter.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Knows quotes with their escapes, and comments to the end of the line. */
  private static final class Splitter {
    private final Consumer<String> statements;
    private final StringBuilder current = new StringBuilder();
    private char quote;
    private boolean escaped;
    private boolean comment;

    Splitter(Consumer<String> statements) {
      this.statements = statements;
    }

    void accept(char c) {
      if (comment) {
        comment = c != '\n';
      } else if (quote != 0) {
        current.append(c);
        if (escaped) {
          escaped = false;
        } else if (c == '\\' && quote != '`') {
          escaped = true;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == ';') {
        end();
      } else {
        outside(c);
      }
    }

    private void outside(char c) {
      current.append(c);
      if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == ' ' && endsWith("-- ")) {
        current.setLength(current.length() - 3);
        comment = true;
      } else if (c == '#') {
        current.setLength(current.length() - 1);
        comment = true;
      }
    }

    private boolean endsWith(String suffix) {
      return current.indexOf(suffix, Math.max(0, current.length() - suffix.length())) >= 0;
    }

    void end() {
      String statement = current.toString().strip();
      current.setLength(0);
      if (!statement.isEmpty()) {
        statements.accept(statement);
      }
    }
  }
}
