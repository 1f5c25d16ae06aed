package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.FleetFigures.Line;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the figures of all customers over a year are what the garage's tables come to, by SQL
 * that knows nothing of the code.
 */
final class FleetAgreement {
  private static final String SERVICES =
      "(select distinct vehicle_id, date(completion_date) as day from work_orders"
          + " where status = 'completed' and vehicle_id is not null)";

  private final FleetNode node;
  private final TestDatabase database;
  private final LocalDate today;
  private final String year;
  private final String upTo;

  FleetAgreement(FleetNode node, Garage garage, TestDatabase database) {
    this.node = node;
    this.database = database;
    this.today = garage.today();
    this.year = " > '" + today.minusMonths(12) + "' ";
    this.upTo = " <= '" + today + "' ";
  }

  void holds() {
    revenue();
    owed();
    work();
    opinions();
    services();
  }

  private void revenue() {
    String paid =
        "select coalesce(sum(case when p.status = 'confirmed' then p.amount else 0 end), 0)"
            + " from invoice_payments p join invoices i on i.id = p.invoice_id"
            + " left join work_orders w on w.id = i.work_order_id"
            + " join customers c on c.id = i.customer_id"
            + " left join vehicles v on v.id = w.vehicle_id"
            + " where date(p.payment_date)"
            + year
            + "and date(p.payment_date)"
            + upTo;
    assertThat(total("revenue")).isEqualTo(number(paid));
    assertThat(told(Dimension.CITY, "laval", "revenue"))
        .isEqualTo(number(paid + "and lower(trim(c.city)) = 'laval'"));
    assertThat(told(Dimension.CITY, "", "revenue")).isEqualTo(number(paid + "and c.city = ''"));
    assertThat(told(Dimension.TECHNICIAN, "2", "revenue"))
        .isEqualTo(number(paid + "and w.assigned_technician_id = 2"));
    assertThat(told(Dimension.VEHICLE_MAKE, "honda", "revenue"))
        .isEqualTo(number(paid + "and v.make in ('Honda', 'honda')"));
  }

  private void owed() {
    String owed =
        "select coalesce(sum(i.total_amount - coalesce((select sum(p.amount) from invoice_payments"
            + " p where p.invoice_id = i.id and p.status = 'confirmed'), 0)), 0) from invoices i"
            + " left join customers c on c.id = i.customer_id where i.status = 'open'";
    String overdue = owed + " and i.due_date < '" + today + "'";
    assertThat(total("outstanding")).isEqualTo(number(owed));
    assertThat(total("overdue")).isEqualTo(number(overdue));
    assertThat(told(Dimension.CITY, "laval", "overdue"))
        .isEqualTo(number(overdue + " and lower(trim(c.city)) = 'laval'"));
    String invoiced =
        " from invoices where status in ('open', 'paid') and invoice_date"
            + year
            + "and invoice_date"
            + upTo;
    BigDecimal sum = number("select sum(total_amount)" + invoiced);
    assertThat(total("invoiced")).isEqualTo(sum);
    assertThat(total("average_order"))
        .isEqualTo(quotient(sum, number("select count(*)" + invoiced), 2));
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(today.minusMonths(12), today));
    assertThat(total("dso")).isEqualTo(quotient(number(owed).multiply(days), sum, 1));
  }

  private void work() {
    String done = " from work_orders where status = 'completed' and date(completion_date)" + year;
    assertThat(total("visits"))
        .isEqualTo(number("select count(distinct customer_id, date(completion_date))" + done));
    String minutes = "select timestampdiff(minute, created_at, completion_date) as m" + done;
    assertThat(total("time_to_resolve_mean"))
        .isEqualTo(
            quotient(
                number("select sum(m) from (" + minutes + ") q"),
                number("select count(*)" + done),
                1));
    double middle =
        number(
                "select avg(m) from (select m, row_number() over (order by m) as r, count(*) over"
                    + " () as c from ("
                    + minutes
                    + ") q) w where r in (floor((c + 1) / 2), ceil((c + 1) / 2))")
            .doubleValue();
    assertThat(total("time_to_resolve_median").doubleValue())
        .isCloseTo(middle, within(0.05 + 0.032 * middle));
    assertThat(total("conversion"))
        .isEqualTo(
            percent(
                "select sum(status = 'accepted'), count(*) from quotes where status <> 'draft'"
                    + " and date(created_at)"
                    + year));
    assertThat(node.fleet().cohorts(80).cohorts().stream().mapToLong(one -> one.customers()).sum())
        .isEqualTo(
            database.number(
                "select count(distinct customer_id) from work_orders where status = 'completed'"));
  }

  private void opinions() {
    String answers =
        " from satisfaction_surveys s left join work_orders w on w.id = s.work_order_id"
            + " where date(s.created_at)"
            + year;
    String recommend =
        "select sum(s.nps_score >= 9) - sum(s.nps_score <= 6), count(s.nps_score)" + answers;
    assertThat(total("nps")).isEqualTo(percent(recommend));
    assertThat(told(Dimension.TECHNICIAN, "2", "nps"))
        .isEqualTo(percent(recommend + "and w.assigned_technician_id = 2"));
    assertThat(total("csat"))
        .isEqualTo(percent("select sum(s.csat_score >= 4), count(s.csat_score)" + answers));
  }

  private void services() {
    String intervals =
        " from (select day, datediff(day, lag(day) over (partition by vehicle_id order by day))"
            + " as days from "
            + SERVICES
            + " s) g where days is not null and day"
            + year
            + "and day"
            + upTo;
    BigDecimal count = number("select count(*)" + intervals);
    assertThat(total("recurrence"))
        .isEqualTo(quotient(number("select sum(days)" + intervals), count, 1));
    BigDecimal due =
        number(
            "select count(*) from (select vehicle_id, max(day) as last from "
                + SERVICES
                + " s group by vehicle_id) m where last + interval 212 day < '"
                + today
                + "'");
    BigDecimal kept = number("select coalesce(sum(days <= 212), 0)" + intervals);
    assertThat(total("on_time")).isEqualTo(quotient(kept.movePointRight(2), count.add(due), 1));
  }

  /** Fifths by the rank of each in the base: only right after everything was computed. */
  void ranks() {
    String since = "'" + today.minusMonths(24) + "'";
    String within = " > " + since + " and date(%s) <= '" + today + "'";
    String base =
        "select c.id, greatest(coalesce((select max(date(completion_date)) from work_orders w"
            + " where w.customer_id = c.id and w.status = 'completed'), '1000-01-01'),"
            + " coalesce((select max(date(p.payment_date)) from invoice_payments p join invoices i"
            + " on i.id = p.invoice_id where i.customer_id = c.id"
            + " and p.status in ('confirmed', 'refunded')), '1000-01-01')) as seen,"
            + " (select count(*) from invoices i where i.customer_id = c.id and i.status = 'paid'"
            + " and date(i.paid_date)"
            + within.replace("%s", "i.paid_date")
            + ") as often, (select coalesce(sum(p.amount), 0) from invoice_payments p"
            + " join invoices i on i.id = p.invoice_id where i.customer_id = c.id"
            + " and p.status = 'confirmed' and date(p.payment_date)"
            + within.replace("%s", "p.payment_date")
            + ") as money from customers c";
    String fifth = "1 + floor(5 * (rank() over (order by %s) - 1) / count(*) over ())";
    String scores =
        "select id, 6 - ("
            + fifth.replace("%s", "datediff('" + today + "', seen)")
            + ") as r, "
            + fifth.replace("%s", "often")
            + " as f, "
            + fifth.replace("%s", "money")
            + " as m from ("
            + base
            + ") b where seen > "
            + since
            + " order by id";
    List<String> ranked = lines(scores);
    assertThat(ranked).hasSizeGreaterThan(20);
    assertThat(
            lines(
                "select customer_id as id, recency_score as r, frequency_score as f, monetary_score"
                    + " as m from c360_analytics_customer where recency_score is not null"
                    + " order by id"))
        .isEqualTo(ranked);
    assertThat(node.fleet().rfm().segments().stream().mapToLong(one -> one.customers()).sum())
        .isEqualTo(node.fleet().rfm().base())
        .isEqualTo(ranked.size());
  }

  private List<String> lines(String statement) {
    return database.rows(statement).stream()
        .map(
            row ->
                row.values().stream()
                    .map(value -> new BigDecimal(value.toString()).toBigInteger().toString())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private BigDecimal total(String code) {
    return told(Dimension.TOTAL, "", code);
  }

  private BigDecimal told(Dimension dimension, String value, String code) {
    List<Line> lines =
        node.fleet().figures(dimension, Period.ONE_YEAR, null, 100).lines().stream()
            .filter(line -> line.value().equals(value))
            .toList();
    assertThat(lines).as(value).hasSize(1);
    Map<String, Figure> figures =
        lines.get(0).figures().stream().collect(Collectors.toMap(Figure::code, figure -> figure));
    assertThat(figures.get(code).value()).as(code).isNotNull();
    return figures.get(code).value().stripTrailingZeros();
  }

  private BigDecimal number(String statement) {
    Object value = database.rows(statement).get(0).values().iterator().next();
    return new BigDecimal(value.toString()).stripTrailingZeros();
  }

  /** The first of two columns as a share of the second. */
  private BigDecimal percent(String statement) {
    List<BigDecimal> both =
        lines(statement.replaceFirst(", count", " as a, count").replaceFirst(" from", " as b from"))
            .stream()
            .flatMap(line -> List.of(line.split(" ", -1)).stream())
            .map(BigDecimal::new)
            .toList();
    return quotient(both.get(0).movePointRight(2), both.get(1), 1);
  }

  private static BigDecimal quotient(BigDecimal one, BigDecimal other, int scale) {
    return one.divide(other, scale, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }
}
