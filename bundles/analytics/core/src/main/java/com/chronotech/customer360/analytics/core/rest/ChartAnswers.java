package com.chronotech.customer360.analytics.core.rest;

import com.chronotech.customer360.analytics.RevenueChart;
import com.chronotech.customer360.analytics.RevenueChart.Column;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The payload of revenue over time: {@code labels} and {@code values} as the brief has them, and
 * what they are made of.
 *
 * @param figures how single figures are shown
 */
record ChartAnswers(FigureAnswers figures) {

  Map<String, Object> chart(RevenueChart chart) {
    Map<String, Object> answer = FigureAnswers.success(chart.privacyLevel());
    answer.put("period", chart.query().step().code());
    answer.put("tax", chart.query().taxIn() ? "in" : "out");
    answer.put("currency", chart.total().currency());
    answer.put("labels", chart.columns().stream().map(Column::label).toList());
    answer.put("values", money(chart.columns(), Column::net));
    answer.put("series", series(chart.columns()));
    answer.put("total", figures.figure(chart.total()));
    if (chart.query().compare()) {
      Map<String, Object> before = new LinkedHashMap<>();
      before.put("labels", chart.before().stream().map(Column::label).toList());
      before.put("values", money(chart.before(), Column::net));
      before.put("series", series(chart.before()));
      before.put("total", figures.figure(chart.totalBefore()));
      answer.put("comparison", before);
    }
    return answer;
  }

  private static Map<String, Object> series(List<Column> columns) {
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("received", money(columns, Column::received));
    series.put("refunded", money(columns, Column::refunded));
    series.put("payments", columns.stream().map(Column::payments).toList());
    series.put("windows", columns.stream().map(c -> FigureAnswers.window(c.window())).toList());
    return series;
  }

  private static List<String> money(List<Column> columns, Function<Column, BigDecimal> part) {
    return columns.stream().map(part).map(BigDecimal::toPlainString).toList();
  }
}
