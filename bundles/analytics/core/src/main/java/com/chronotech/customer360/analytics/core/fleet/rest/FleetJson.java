package com.chronotech.customer360.analytics.core.fleet.rest;

import com.chronotech.customer360.analytics.ChurnRisk;
import com.chronotech.customer360.analytics.FleetCohorts;
import com.chronotech.customer360.analytics.FleetCohorts.Cohort;
import com.chronotech.customer360.analytics.FleetCohorts.Quarter;
import com.chronotech.customer360.analytics.FleetFigures;
import com.chronotech.customer360.analytics.FleetFigures.Line;
import com.chronotech.customer360.analytics.FleetMonths;
import com.chronotech.customer360.analytics.FleetMovers;
import com.chronotech.customer360.analytics.FleetMovers.Mover;
import com.chronotech.customer360.analytics.FleetRfm;
import com.chronotech.customer360.analytics.FleetRisks;
import com.chronotech.customer360.analytics.FleetRisks.AtRisk;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Verification;
import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.analytics.core.rest.FigureAnswers;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The payloads of the figures of all customers, in the reader's language. */
final class FleetJson {
  private final FigureAnswers answers;

  FleetJson(Locale locale) {
    this.answers = new FigureAnswers(locale);
  }

  private static Map<String, Object> success() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    return answer;
  }

  private static String text(Temporal time) {
    return time == null ? null : time.toString();
  }

  private static String money(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static void page(Map<String, Object> answer, String nextCursor) {
    answer.put("has_more", nextCursor != null);
    answer.put("next_cursor", nextCursor);
  }

  Map<String, Object> figures(FleetFigures found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("complete", found.complete());
    answer.put("period", found.period().code());
    answer.put("by", found.dimension().code());
    answer.put("lines", found.lines().stream().map(this::line).toList());
    page(answer, found.nextCursor());
    answer.put("withheld", new TreeSet<>(found.withheld()));
    return answer;
  }

  private Map<String, Object> line(Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", line.value());
    shown.put("label", line.label());
    shown.put("figures", answers.figures(line.figures()));
    return shown;
  }

  Map<String, Object> months(FleetMonths found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("complete", found.complete());
    answer.put("revenue_formula", answers.said(found.revenue()));
    answer.put("currency", found.currency());
    answer.put("months", found.months().stream().map(FleetJson::month).toList());
    return answer;
  }

  private static Map<String, Object> month(FleetMonths.Month month) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("month", month.label());
    shown.put("window", FigureAnswers.window(month.window()));
    shown.put("revenue", money(month.revenue()));
    shown.put("invoiced", money(month.invoiced()));
    shown.put("visits", month.visits());
    return shown;
  }

  Map<String, Object> cohorts(FleetCohorts found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("complete", found.complete());
    answer.put("retention_formula", answers.said(found.retention()));
    answer.put("revenue_formula", answers.said(found.revenue()));
    answer.put("currency", found.currency());
    answer.put("cohorts", found.cohorts().stream().map(FleetJson::cohort).toList());
    return answer;
  }

  private static Map<String, Object> cohort(Cohort cohort) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("quarter", cohort.quarter());
    shown.put("customers", cohort.customers());
    shown.put("quarters", cohort.quarters().stream().map(FleetJson::quarter).toList());
    return shown;
  }

  private static Map<String, Object> quarter(Quarter quarter) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("quarter", quarter.quarter());
    shown.put("age", quarter.age());
    shown.put("customers", quarter.customers());
    shown.put("retention", quarter.retention());
    shown.put("revenue", money(quarter.revenue()));
    return shown;
  }

  Map<String, Object> rfm(FleetRfm found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("base", found.base());
    answer.put("made_on", text(found.madeOn()));
    answer.put("formula", answers.said(found.formula()));
    answer.put("currency", found.currency());
    answer.put("cells", found.cells().stream().map(FleetJson::cell).toList());
    answer.put("segments", found.segments().stream().map(FleetJson::segment).toList());
    return answer;
  }

  private static Map<String, Object> cell(FleetRfm.Cell cell) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("recency", cell.recency());
    shown.put("frequency", cell.frequency());
    shown.put("customers", cell.customers());
    shown.put("revenue", money(cell.revenue()));
    return shown;
  }

  private static Map<String, Object> segment(FleetRfm.Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("segment", line.segment().code());
    shown.put("customers", line.customers());
    shown.put("revenue", money(line.revenue()));
    return shown;
  }

  Map<String, Object> movers(FleetMovers found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("formula", answers.said(found.formula()));
    answer.put("currency", found.currency());
    answer.put("gained", found.gained().stream().map(FleetJson::mover).toList());
    answer.put("lost", found.lost().stream().map(FleetJson::mover).toList());
    return answer;
  }

  private static Map<String, Object> mover(Mover mover) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", mover.customerId());
    shown.put("name", mover.name());
    shown.put("window", FigureAnswers.window(mover.window()));
    shown.put("revenue", money(mover.revenue()));
    shown.put("before", money(mover.before()));
    shown.put("change", money(mover.change()));
    return shown;
  }

  Map<String, Object> risks(FleetRisks found) {
    Map<String, Object> answer = success();
    answer.put("as_of", text(found.asOf()));
    answer.put("customers", found.customers().stream().map(this::atRisk).toList());
    page(answer, found.nextCursor());
    return answer;
  }

  private Map<String, Object> atRisk(AtRisk one) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", one.customerId());
    shown.put("name", one.name());
    ChurnRisk churn = one.churn();
    shown.put("risk", answers.figure(churn.risk()));
    shown.put("reasons", churn.reasons().stream().map(answers::said).toList());
    shown.put("last_visit", text(one.lastVisit()));
    shown.put("revenue_12m", money(one.revenue()));
    shown.put("currency", one.currency());
    return shown;
  }

  Map<String, Object> state(KeptState state) {
    Map<String, Object> answer = success();
    answer.put("complete", state.complete());
    answer.put("as_of", text(state.asOf()));
    answer.put("backlog", state.backlog());
    answer.put("reconciled_at", text(state.reconciledAt()));
    answer.put("run", state.run() == null ? null : run(state.run()));
    answer.put("verified", state.verified() == null ? null : verified(state.verified()));
    return answer;
  }

  private static Map<String, Object> run(KeptState.Run run) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("kind", run.kind().name().toLowerCase(Locale.ROOT));
    shown.put("percent", run.percent());
    shown.put("stopped", run.stopped());
    shown.put("moved_at", text(run.movedAt()));
    return shown;
  }

  private static Map<String, Object> verified(Verification verified) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("sound", verified.sound());
    shown.put("customers", verified.customers());
    shown.put("pending", verified.pending());
    shown.put("differences", verified.differences());
    shown.put("findings", verified.findings().stream().map(FleetJson::finding).toList());
    shown.put("finished_at", text(verified.finishedAt()));
    return shown;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", finding.customerId() == 0 ? null : finding.customerId());
    shown.put("place", finding.place());
    shown.put("kept", finding.kept());
    shown.put("computed", finding.computed());
    return shown;
  }
}
