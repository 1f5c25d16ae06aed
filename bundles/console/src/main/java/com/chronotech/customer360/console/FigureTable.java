package com.chronotech.customer360.console;

import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** Figures as a table, or as JSON; each says how it was found. */
record FigureTable(ConsoleAction action) {

  ShellTable of(String heading, List<Figure> figures) {
    ShellTable table = new ShellTable();
    table.column(new Col(heading.isEmpty() ? action.say("column.figure") : heading).bold());
    table.column(new Col(action.say("column.value")).alignRight());
    table.column(new Col(action.say("column.observations")).alignRight());
    table.column(new Col(action.say("column.days")));
    table.column(new Col(action.say("column.formula")));
    for (Figure figure : figures) {
      table
          .addRow()
          .addContent(
              figure.code(),
              value(figure),
              Long.toString(figure.observations()),
              figure.window() == null ? "" : figure.window().from() + " – " + figure.window().to(),
              Printable.line(figure.formula().words().in(action.locale())));
    }
    return table;
  }

  private static String value(Figure figure) {
    if (figure.value() == null) {
      return figure.status().code();
    }
    String unit = figure.unit() == Unit.MONEY ? figure.currency() : figure.unit().code();
    return figure.value().toPlainString() + " " + unit;
  }

  /** By code. */
  Map<String, Object> json(List<Figure> figures) {
    Map<String, Object> shown = new LinkedHashMap<>();
    figures.forEach(figure -> shown.put(figure.code(), json(figure)));
    return shown;
  }

  /** One; null for null. */
  Map<String, Object> json(Figure figure) {
    return figure == null
        ? null
        : Json.object(
            "value", figure.value() == null ? null : figure.value().toPlainString(),
            "unit", figure.unit().code(),
            "currency", figure.currency(),
            "status", figure.status().code(),
            "observations", figure.observations(),
            "from", figure.window() == null ? null : figure.window().from().toString(),
            "to", figure.window() == null ? null : figure.window().to().toString(),
            "formula", figure.formula().code());
  }
}
