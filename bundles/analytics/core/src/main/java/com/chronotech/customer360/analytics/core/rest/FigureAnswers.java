package com.chronotech.customer360.analytics.core.rest;

import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dashboard;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Happening;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Unit;
import com.chronotech.customer360.analytics.Window;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The payloads of figures. Nothing in them tells the moment of asking, so that a client that holds
 * the same figures is told so.
 *
 * @param locale the reader's language
 */
public record FigureAnswers(Locale locale) {

  /** A dashboard. */
  Map<String, Object> dashboard(Dashboard dashboard) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", dashboard.customerId());
    shown.put("figures", figures(dashboard.figures()));
    dashboard.happenings().forEach(happening -> shown.put(happening.code(), happening(happening)));
    shown.put("consents", dashboard.consents());
    shown.put("withheld", new TreeSet<>(dashboard.withheld()));
    Map<String, Object> answer = success(dashboard.privacyLevel());
    answer.put("dashboard", shown);
    return answer;
  }

  /** What a customer's dealings mean. */
  Map<String, Object> analytics(CustomerAnalytics analytics) {
    Map<String, Object> answer = success(analytics.privacyLevel());
    answer.put("analytics", values(analytics));
    return answer;
  }

  /** The same without the frame of an answer. */
  Map<String, Object> values(CustomerAnalytics analytics) {
    RankAnswers ranks = new RankAnswers(this);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", analytics.customerId());
    shown.put("period", analytics.period().code());
    shown.put("figures", figures(analytics.figures()));
    shown.put("comments", analytics.comments().stream().map(RankAnswers::comment).toList());
    shown.put("rfm", ranks.rfm(analytics.rfm()));
    shown.put("churn", ranks.churn(analytics.churn()));
    shown.put("vehicles", analytics.vehicles().stream().map(ranks::vehicle).toList());
    shown.put("withheld", new TreeSet<>(analytics.withheld()));
    return shown;
  }

  /** Figures by their codes, in their order. */
  public Map<String, Object> figures(Collection<Figure> figures) {
    Map<String, Object> shown = new LinkedHashMap<>();
    figures.forEach(figure -> shown.put(figure.code(), figure(figure)));
    return shown;
  }

  /** A figure; null for one that is withheld. */
  public Map<String, Object> figure(Figure figure) {
    if (figure == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", value(figure));
    shown.put("unit", figure.unit().code());
    if (figure.currency() != null) {
      shown.put("currency", figure.currency());
    }
    shown.put("status", figure.status().code());
    shown.put("reason", said(figure.reason()));
    shown.put("observations", figure.observations());
    shown.put("window", window(figure.window()));
    shown.put("formula", said(figure.formula()));
    return shown;
  }

  /** Money is a decimal text, everything else a number. */
  private static Object value(Figure figure) {
    return figure.value() != null && figure.unit() == Unit.MONEY
        ? figure.value().toPlainString()
        : figure.value();
  }

  private Map<String, Object> happening(Happening happening) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", happening.at());
    shown.put("status", happening.status().code());
    shown.put("reason", said(happening.reason()));
    return shown;
  }

  /** Something said; null for nothing. */
  public Map<String, Object> said(Said said) {
    if (said == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", said.code());
    shown.put("text", said.words().in(locale));
    return shown;
  }

  /** Days; null for none. */
  public static Map<String, Object> window(Window window) {
    if (window == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("from", window.from().toString());
    shown.put("to", window.to().toString());
    return shown;
  }

  /** The frame of an answer. */
  static Map<String, Object> success(String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }
}
