package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The quotes of a ChronoTech database, where it has them. */
@Component(service = HostQuotes.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechQuotes extends TableSource<Quote> implements HostQuotes {
  private static final String ORDERS = "work_orders";
  private static final String QUOTE = "quote_id";
  private static final String[] ORDER = {
    "work_order_id",
    "converted_work_order_id",
    "converted_to_work_order_id",
    "workorder_id",
    "converted_to_order_id",
    "order_id"
  };

  private final StatusWords<State> words;

  /** Creates the source. */
  @Activate
  public ChronoTechQuotes(@Reference ChronoTechTables tables) {
    super(tables);
    this.words = tables.words().quotes();
  }

  @Override
  ReadingPlan<Quote> drawUp() {
    SourceLayout layout = tables().layout("quotes");
    Cell order = layout.cell(ORDER);
    QuoteRow row =
        new QuoteRow(
            layout.wanted("number", "quote_number", "number"),
            layout.wanted("amount", "amount", "total_amount", "total"),
            new Status(layout.wanted("status", "status"), words),
            layout.wanted("createdAt", "created_at", "quote_date"));
    HostTable orders = tables().first(ORDERS);
    if (order.missing() && orders != null && orders.has(QUOTE) && orders.has(Watched.OWNER)) {
      return ReadingPlan.<Quote>of(layout, found -> null, Quote::id)
          .reading(
              (connection, among) -> {
                Map<Long, Long> became = orders(connection, among);
                return found -> row.quote(found, became.get(SourceLayout.id(found)));
              },
              Watched.of(orders));
    }
    if (order.missing()) {
      layout.wanted("workOrderId", ORDER);
    }
    return ReadingPlan.of(layout, found -> row.quote(found, order.id(found)), Quote::id);
  }

  /** The first order that names each quote, where it is the order that does. */
  private static Map<Long, Long> orders(Connection connection, Among among) throws SQLException {
    Map<Long, Long> orders = new HashMap<>();
    Sql.query(
        connection,
        "select t.`"
            + QUOTE
            + "`, min(t.id) from `"
            + ORDERS
            + "` t where "
            + among.condition("t.`" + Watched.OWNER + "`")
            + " and t.`"
            + QUOTE
            + "` > 0 group by t.`"
            + QUOTE
            + "`",
        among::bind,
        row -> orders.put(row.getLong(1), row.getLong(2)));
    return orders;
  }

  private record QuoteRow(Cell number, Cell amount, Status status, Cell createdAt) {

    Quote quote(ResultSet row, Long order) throws SQLException {
      long id = SourceLayout.id(row);
      String word = status.cell().text(row);
      return new Quote(
          id,
          SourceLayout.owner(row),
          ReferenceColumns.number("quotes", number.text(row), id),
          amount.amount(row),
          word,
          status.state(word, order),
          createdAt.time(row),
          order);
    }
  }

  private record Status(Cell cell, StatusWords<State> words) {

    /** A quote that became an order was accepted; where the host has no words, others are open. */
    State state(String word, Long order) {
      State said = cell.missing() ? State.OPEN : words.state(word);
      return order != null && (said == State.UNKNOWN || cell.missing()) ? State.ACCEPTED : said;
    }
  }
}
