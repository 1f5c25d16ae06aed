package com.chronotech.customer360.itests.database.analytics;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The figures as somebody would compute them who knows the tables and nothing of the code: in SQL
 * alone, clock changes included.
 */
final class PlainSql {
  private static final String CHANGES_OF_CLOCKS =
      """
      create table clock_change (s datetime not null, e datetime not null);
      insert into clock_change values
        ('2014-03-09', '2014-11-02'), ('2015-03-08', '2015-11-01'), ('2016-03-13', '2016-11-06'),
        ('2017-03-12', '2017-11-05'), ('2018-03-11', '2018-11-04'), ('2019-03-10', '2019-11-03'),
        ('2020-03-08', '2020-11-01'), ('2021-03-14', '2021-11-07'), ('2022-03-13', '2022-11-06'),
        ('2023-03-12', '2023-11-05'), ('2024-03-10', '2024-11-03'), ('2025-03-09', '2025-11-02'),
        ('2026-03-08', '2026-11-01');
      """;

  private static final String VISITS =
      """
      (select distinct day, vehicle from (
        select date(coalesce(o.completion_date, $created$)) as day, $vehicle$ as vehicle,
               coalesce(o.completion_date, $created$) as at
          from work_orders o where o.customer_id = $customer$ and o.status = 'completed'
        union all
        select date(a.scheduled_date), $none$, a.scheduled_date
          from appointments a where a.customer_id = $customer$ and a.status = 'completed') v
       where at <= '2026-10-31 22:30:00')
      """
          .replace("$created$", local("o.created_at"));

  private final TestDatabase database;
  private final long customer;
  private final String from;

  /** Figures of a customer over the year that ends with the last day. */
  PlainSql(TestDatabase database, long customer, String from) {
    this.database = database;
    this.customer = customer;
    this.from = from;
  }

  static void prepare(TestDatabase database) {
    database.script(CHANGES_OF_CLOCKS);
  }

  /** The shop's wall clock of a column in UTC: clocks change at 7:00 and 6:00 UTC. */
  private static String local(String utc) {
    return "date_sub("
        + utc
        + ", interval if(exists(select 1 from clock_change where "
        + utc
        + " >= s + interval 7 hour and "
        + utc
        + " < e + interval 6 hour), 4, 5) hour)";
  }

  /** UTC of a column on the wall clock; of an hour that comes twice the first. */
  private static String utc(String local) {
    return "date_add("
        + local
        + ", interval if(exists(select 1 from clock_change where "
        + local
        + " >= s + interval 3 hour and "
        + local
        + " < e + interval 2 hour), 4, 5) hour)";
  }

  private BigDecimal amount(String sql) {
    Object value = one(sql);
    return value == null ? null : new BigDecimal(value.toString());
  }

  private Object one(String sql) {
    Map<String, Object> row =
        database
            .rows(
                sql.replace("$customer$", Long.toString(customer))
                    .replace("$from$", "'" + from + "'")
                    .replace("$today$", "date('" + Shaped.TODAY + "')"))
            .get(0);
    return row.values().iterator().next();
  }

  BigDecimal revenue(String first, String last) {
    return amount(
        "select coalesce(sum(p.amount), 0) from invoices i join invoice_payments p on p.invoice_id"
            + " = i.id where i.customer_id = $customer$ and p.status = 'confirmed' and"
            + " date(p.payment_date) between "
            + first
            + " and "
            + last);
  }

  /** Each payment's share without taxes, half-even in whole cents; the last takes the rest. */
  BigDecimal revenueTaxOut(String first, String last) {
    return amount(
        """
        select coalesce(sum(case when paid = t and nth = 1 then s - (rounded - out_c)
                                 else out_c end), 0) / 100 from (
          select day, t, s, out_c, nth, paid, sum(out_c) over (partition by invoice) as rounded
          from (select invoice, day, t, s, nth, paid,
              if(t = 0, a, a * s div t + if(2 * mod(a * s, t) > t
                 or (2 * mod(a * s, t) = t and mod(a * s div t, 2) = 1), 1, 0)) as out_c
            from (select i.id as invoice, date(p.payment_date) as day,
                cast(i.total_amount * 100 as signed) as t,
                cast(i.subtotal_amount * 100 as signed) as s,
                cast(p.amount * 100 as signed) as a,
                cast(sum(p.amount) over (partition by i.id) * 100 as signed) as paid,
                row_number() over (partition by i.id order by p.payment_date desc, p.id desc) as nth
              from invoices i join invoice_payments p on p.invoice_id = i.id
              where i.customer_id = $customer$ and p.status = 'confirmed') x) y) z
        where day between\
        """
            + " "
            + first
            + " and "
            + last);
  }

  BigDecimal outstanding(String and) {
    return amount(
        "select coalesce(sum(greatest(0, i.total_amount - coalesce((select sum(p.amount) from"
            + " invoice_payments p where p.invoice_id = i.id and p.status = 'confirmed'), 0))), 0)"
            + " from invoices i where i.customer_id = $customer$ and i.status in ('sent', 'open',"
            + " 'overdue')"
            + and);
  }

  BigDecimal overdue() {
    return outstanding(" and i.due_date < $today$");
  }

  BigDecimal invoiced() {
    return amount("select coalesce(sum(i.total_amount), 0) " + issued());
  }

  long invoices() {
    return ((Number) one("select count(*) " + issued())).longValue();
  }

  private static String issued() {
    return "from invoices i where i.customer_id = $customer$ and i.status in ('sent', 'open',"
        + " 'overdue', 'paid') and i.invoice_date between $from$ and $today$";
  }

  /** Count, sum and middle of the minutes from asking to completion. */
  Map<String, Object> resolution() {
    String minutes = "timestampdiff(minute, o.created_at, " + utc("o.completion_date") + ")";
    String orders =
        "select "
            + minutes
            + " as m from work_orders o where o.customer_id = "
            + customer
            + " and o.status = 'completed' and date(o.completion_date) between '"
            + from
            + "' and '"
            + Shaped.TODAY
            + "' and "
            + utc("o.completion_date")
            + " >= o.created_at";
    return database
        .rows(
            "select count(*) as n, coalesce(sum(m), 0) as total, (select avg(m) from (select m,"
                + " row_number() over (order by m) as r, count(*) over () as c from ("
                + orders
                + ") q) w where r in (floor((c + 1) / 2), ceil((c + 1) / 2))) as middle from ("
                + orders
                + ") x")
        .get(0);
  }

  long openOrders() {
    return ((Number)
            one(
                "select count(*) from work_orders where customer_id = $customer$ and status not in"
                    + " ('completed', 'cancelled')"))
        .longValue();
  }

  private static String visits(boolean vehicles) {
    return VISITS
        .replace("$vehicle$", vehicles ? "o.vehicle_id" : "null")
        .replace("$none$", "null");
  }

  long visits() {
    return ((Number)
            one(
                "select count(distinct day) from "
                    + visits(false)
                    + " d where day between $from$ and $today$"))
        .longValue();
  }

  /** Invoices settled between two days: on the day noted, else that of the last payment. */
  long paidInvoices(String first, String last) {
    return ((Number)
            one(
                "select count(*) from invoices i where i.customer_id = $customer$ and i.status ="
                    + " 'paid' and date(coalesce(i.paid_date, (select max(p.payment_date) from"
                    + " invoice_payments p where p.invoice_id = i.id and p.status = 'confirmed'),"
                    + " i.invoice_date)) between "
                    + first
                    + " and "
                    + last))
        .longValue();
  }

  /** How many intervals between services of vehicles, their days, and how many were on time. */
  Map<String, Object> recurrence() {
    String sql =
        ("select count(days) as n, coalesce(sum(days), 0) as total, coalesce(sum(days <= 212), 0)"
                + " as kept, (select count(*) from (select vehicle, max(day) as last from "
                + visits(true)
                + " l where vehicle in (select id from vehicles where customer_id = $customer$)"
                + " group by vehicle) m where last + interval 212 day < $today$) as late from"
                + " (select day, datediff(day, lag(day) over (partition by vehicle order by day))"
                + " as days from "
                + visits(true)
                + " s where vehicle in (select id from vehicles where customer_id = $customer$)) g"
                + " where day between $from$ and $today$")
            .replace("$customer$", Long.toString(customer))
            .replace("$from$", "'" + from + "'")
            .replace("$today$", "date('" + Shaped.TODAY + "')");
    return database.rows(sql).get(0);
  }

  Long daysSinceSeen(boolean billed) {
    Long visited = days("select datediff($today$, max(day)) from " + visits(false) + " d");
    Long paid =
        billed
            ? days(
                "select datediff($today$, max(date(p.payment_date))) from invoices i join"
                    + " invoice_payments p on p.invoice_id = i.id where i.customer_id ="
                    + " $customer$ and p.status in ('confirmed', 'refunded')")
            : null;
    return visited == null || (paid != null && paid < visited) ? paid : visited;
  }

  private Long days(String sql) {
    Object days = one(sql);
    return days == null ? null : ((Number) days).longValue();
  }
}
