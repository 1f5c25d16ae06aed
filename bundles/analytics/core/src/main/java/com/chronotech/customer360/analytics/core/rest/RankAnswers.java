package com.chronotech.customer360.analytics.core.rest;

import com.chronotech.customer360.analytics.ChurnRisk;
import com.chronotech.customer360.analytics.CustomerAnalytics.Comment;
import com.chronotech.customer360.analytics.Rfm;
import com.chronotech.customer360.analytics.VehicleCare;
import com.chronotech.customer360.analytics.VehicleCare.Due;
import com.chronotech.customer360.analytics.VehicleCare.NextService;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The payloads of figures that belong together.
 *
 * @param figures how single figures are shown
 */
record RankAnswers(FigureAnswers figures) {

  Map<String, Object> rfm(Rfm rfm) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("score", figures.figure(rfm.score()));
    shown.put("segment", rfm.segment() == null ? null : rfm.segment().code());
    shown.put("base", rfm.base());
    shown.put("recency", figures.figure(rfm.recency()));
    shown.put("frequency", figures.figure(rfm.frequency()));
    shown.put("monetary", figures.figure(rfm.monetary()));
    return shown;
  }

  Map<String, Object> churn(ChurnRisk churn) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("risk", figures.figure(churn.risk()));
    shown.put("reasons", churn.reasons().stream().map(figures::said).toList());
    return shown;
  }

  Map<String, Object> vehicle(VehicleCare care) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("vehicle_id", care.vehicleId());
    shown.put("label", care.label());
    shown.put("recurrence", figures.figure(care.recurrence()));
    shown.put("on_time", figures.figure(care.onTime()));
    shown.put("next_service", next(care.next()));
    return shown;
  }

  private Map<String, Object> next(NextService next) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("status", next.status().code());
    shown.put("reason", figures.said(next.reason()));
    shown.put("by_time", due(next.byTime()));
    shown.put("by_distance", due(next.byDistance()));
    return shown;
  }

  private Map<String, Object> due(Due due) {
    if (due == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("on", due.on() == null ? null : due.on().toString());
    shown.put("kilometres", due.kilometres());
    shown.put("basis", due.basis().name().toLowerCase(Locale.ROOT));
    shown.put("confidence", due.confidence().name().toLowerCase(Locale.ROOT));
    shown.put("margin_days", due.marginDays());
    shown.put("explained", figures.said(due.explained()));
    return shown;
  }

  static Map<String, Object> comment(Comment comment) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("on", comment.on().toString());
    shown.put("recommend", comment.recommend());
    shown.put("satisfied", comment.satisfied());
    shown.put("text", comment.text());
    return shown;
  }
}
