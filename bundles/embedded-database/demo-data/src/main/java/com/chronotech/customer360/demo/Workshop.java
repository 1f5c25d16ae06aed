package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.Client.Calendar;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What happens to a customer in the workshop: appointments, work orders, quotes, invoices. */
final class Workshop {
  private static final List<String> PRIORITIES = List.of("low", "medium", "medium", "high");
  private static final List<String> OPEN = List.of("pending", "assigned", "in_progress", "draft");

  private final HostDatabase database;
  private final Calendar calendar;
  private final Books books;

  Workshop(HostDatabase database, Calendar calendar, Books books) {
    this.database = database;
    this.calendar = calendar;
    this.books = books;
  }

  /** The tables a visit is written to. */
  static final class Books {
    private final TableWriter workOrders;
    private final TableWriter appointments;
    private final TableWriter quotes;
    private final Billing billing;

    Books(Schema schema, Writer out) throws IOException {
      workOrders = new TableWriter(out, schema.workOrders(), schema.options());
      appointments = new TableWriter(out, schema.appointments(), schema.options());
      quotes = new TableWriter(out, schema.quotes(), schema.options());
      billing = new Billing(schema, out);
    }
  }

  /**
   * The vehicles of a customer and the people who may work on them.
   *
   * @param first the id of the first vehicle
   * @param count how many there are
   * @param technicians how many technicians there are
   * @param others how many users come before the technicians
   */
  record Fleet(long first, int count, int technicians, int others) {
    Long any(Dice dice) {
      return count == 0 ? null : Long.valueOf(first + dice.below(count));
    }
  }

  void history(Client client, Fleet fleet, Dice dice) throws IOException {
    LocalDate from = client.since().toLocalDate();
    long days = Math.max(1, database.until().toEpochDay() - from.toEpochDay());
    if (client.id() == database.busy().customerId()) {
      int orders = database.busy().workOrders();
      for (int i = 0; i < orders; i++) {
        visit(client, fleet, from.plusDays(days * i / orders), dice);
      }
      return;
    }
    // Some come once, most a few times a year until they move on.
    long stays = dice.chance(20) ? 30 : dice.chance(50) ? days : 1 + days * dice.below(100) / 100;
    int pause = client.business() ? 110 : 210;
    for (long day = dice.below(12); day <= stays; day += pause / 3 + dice.below(pause)) {
      visit(client, fleet, from.plusDays(Math.min(day, days)), dice);
    }
    if (dice.chance(3)) {
      LocalDateTime coming =
          calendar.open(database.until().plusDays(dice.between(1, 30)), dice).withSecond(0);
      appointment(client, coming, Catalogue.WINTER_TYRES, "scheduled");
    }
  }

  private void visit(Client client, Fleet fleet, LocalDate day, Dice dice) throws IOException {
    LocalDateTime written = calendar.open(day, dice);
    Catalogue service = Catalogue.askedIn(written.getMonthValue(), dice);
    LocalDateTime scheduled =
        calendar
            .open(written.toLocalDate().plusDays(dice.between(1, 12)), dice)
            .withMinute(15 * dice.below(4))
            .withSecond(0);
    boolean past = scheduled.toLocalDate().isBefore(database.until());
    String status = past ? dice.chance(95) ? "completed" : "cancelled" : dice.one(OPEN);
    boolean done = status.equals("completed");
    if (dice.chance(35)) {
      appointment(client, scheduled, service, past ? status : "confirmed");
    }
    int minutes = service.minutes() + 15 * dice.below(5);
    BigDecimal estimate = money(service.dollars() * 100L * dice.between(85, 130) / 100);
    BigDecimal cost = money(estimate.unscaledValue().longValue() * dice.between(90, 118) / 100);
    LocalDateTime completed =
        done ? scheduled.plusMinutes(minutes + 5L * dice.below(20)).plusSeconds(17) : null;
    long order = books.workOrders.nextId();
    books.workOrders.row(
        order,
        "BT-" + written.getYear() + "-" + sixDigits(order),
        client.name(),
        client.reach().street(),
        client.reach().phone(),
        client.reach().email(),
        service.label() + (dice.chance(12) ? " (sous garantie)" : ""),
        dice.chance(4) ? "urgent" : dice.one(PRIORITIES),
        status,
        dice.chance(90) ? fleet.others() + 1 + dice.below(fleet.technicians()) : null,
        dice.between(1, fleet.others()),
        database.has(Variation.NULL_CUSTOMERS) && dice.chance(12) ? null : client.id(),
        fleet.any(dice),
        minutes,
        estimate,
        done ? minutes + dice.between(-10, 45) : null,
        done ? cost : null,
        scheduled,
        completed,
        dice.chance(6) ? dice.one(Words.NOTES) : null,
        written,
        done ? completed : written);
    if (estimate.longValue() > 600) {
      quote(client, order, estimate, written);
    }
    if (done && dice.chance(96)) {
      books.billing.bill(client, order, cost, completed, database.until(), dice);
    }
  }

  private void appointment(Client client, LocalDateTime at, Catalogue service, String status)
      throws IOException {
    LocalDateTime written = at.minusDays(3);
    books.appointments.row(
        books.appointments.nextId(),
        client.id(),
        at,
        service.minutes(),
        service.label(),
        null,
        status,
        4,
        written,
        written);
  }

  private void quote(Client client, long order, BigDecimal amount, LocalDateTime written)
      throws IOException {
    long id = books.quotes.nextId();
    books.quotes.row(
        id,
        "SOUM-" + written.getYear() + "-" + sixDigits(id),
        client.id(),
        order,
        amount,
        "accepted",
        written.minusMinutes(40));
  }

  void close() throws IOException {
    books.workOrders.flush();
    books.appointments.flush();
    books.quotes.flush();
    books.billing.close();
  }

  static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  static String sixDigits(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
