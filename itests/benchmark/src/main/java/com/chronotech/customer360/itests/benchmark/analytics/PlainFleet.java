package com.chronotech.customer360.itests.benchmark.analytics;

import java.util.List;
import java.util.Map;

/** What a developer of the host would write, over the host's own tables. */
final class PlainFleet {
  private static final String PAID =
      " from invoice_payments p join invoices i on i.id = p.invoice_id"
          + " join customers c on c.id = i.customer_id"
          + " left join work_orders w on w.id = i.work_order_id"
          + " left join vehicles v on v.id = w.vehicle_id"
          + " where p.status = 'confirmed' and p.payment_date > utc_timestamp() - interval 2 year";

  private static final String DONE =
      " from work_orders where status = 'completed'"
          + " and completion_date > utc_timestamp() - interval 2 year";

  private static final String QUARTER = "year(%s) * 4 + quarter(%s)";

  private PlainFleet() {}

  /** The statements that come to an answer, by its name; not for all of them are there any. */
  static Map<String, List<String>> statements() {
    return Map.of(
        "figures of two years by total",
            List.of(
                "select sum(p.amount), count(*)" + PAID,
                "select sum(i.total_amount - coalesce(q.paid, 0)) from invoices i left join"
                    + " (select invoice_id, sum(amount) paid from invoice_payments"
                    + " where status = 'confirmed' group by invoice_id) q on q.invoice_id = i.id"
                    + " where i.status in ('sent', 'open', 'overdue')",
                "select count(distinct customer_id, date(completion_date)),"
                    + " avg(timestampdiff(minute, created_at, completion_date))"
                    + DONE,
                "select median(timestampdiff(minute, created_at, completion_date)) over ()"
                    + DONE
                    + " limit 1"),
        "figures of two years by city", List.of(by("c.city")),
        "figures of two years by technician", List.of(by("w.assigned_technician_id")),
        "figures of two years by vehicle_make", List.of(by("v.make")),
        "cohorts of twenty years",
            List.of(
                "select f.first, "
                    + QUARTER.replace("%s", "w.completion_date")
                    + " q, count(distinct w.customer_id) from work_orders w join"
                    + " (select customer_id, min("
                    + QUARTER.replace("%s", "completion_date")
                    + ") first from work_orders where status = 'completed' group by customer_id) f"
                    + " on f.customer_id = w.customer_id where w.status = 'completed'"
                    + " group by f.first, q"),
        "grid and segments",
            List.of(
                "select r, f, count(*), sum(m) from (select m, ntile(5) over (order by last) r,"
                    + " ntile(5) over (order by n) f from (select c.id, max(p.payment_date) last,"
                    + " count(*) n, sum(p.amount) m"
                    + PAID
                    + " group by c.id) x) y group by r, f"),
        "top movers",
            List.of(
                "select c.id, sum(if(p.payment_date > utc_timestamp() - interval 90 day, p.amount,"
                    + " if(p.payment_date > utc_timestamp() - interval 180 day, -p.amount, 0))) d"
                    + PAID
                    + " group by c.id order by d desc limit 20"));
  }

  private static String by(String column) {
    return "select " + column + ", sum(p.amount), count(*)" + PAID + " group by " + column;
  }

  /** One customer at a glance. */
  static String dashboard(long id) {
    String ofCustomer = " where customer_id = " + id;
    return "select (select count(*) from vehicles"
        + ofCustomer
        + ") v, (select count(*) from work_orders"
        + ofCustomer
        + " and status in ('pending', 'assigned', 'in_progress')) o,"
        + " (select max(completion_date) from work_orders"
        + ofCustomer
        + " and status = 'completed') l, (select min(scheduled_date) from appointments"
        + ofCustomer
        + " and scheduled_date > utc_timestamp()) n,"
        + " (select sum(p.amount) from invoices i join invoice_payments p"
        + " on p.invoice_id = i.id"
        + ofCustomer
        + " and p.status = 'confirmed' and p.payment_date > utc_timestamp() - interval 90 day)"
        + " r, (select sum(total_amount) from invoices"
        + ofCustomer
        + " and status in ('open', 'overdue')) d";
  }
}
