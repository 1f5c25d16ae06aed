package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.Client.Calendar;
import com.chronotech.customer360.demo.Words.Model;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;

/** Writes the lives of all customers, one after the other, so that only one is ever in memory. */
final class HostStory {
  private static final List<String> ROLES =
      List.of("admin", "manager", "supervisor", "commercial", "staff");

  private final HostDatabase database;
  private final Calendar calendar;
  private final TableWriter users;
  private final TableWriter customers;
  private final TableWriter vehicles;
  private final Workshop workshop;
  private final EarlierScripts earlier;

  HostStory(HostDatabase database, Writer out) throws IOException {
    this.database = database;
    this.calendar = new Calendar(LocalDate.of(2006, 3, 6), database.until());
    Schema schema = new Schema(database.variations());
    String options = schema.options();
    users = new TableWriter(out, schema.users(), options);
    customers = new TableWriter(out, schema.customers(), options);
    vehicles = new TableWriter(out, schema.vehicles(), options);
    workshop = new Workshop(database, calendar, new Workshop.Books(schema, out));
    earlier = new EarlierScripts(database, calendar, schema, out);
  }

  void tell() throws IOException {
    int technicians = Math.min(40, 3 + database.customers() / 400);
    Dice dice = new Dice(database.seed(), 0);
    for (int i = 0; i < ROLES.size() + technicians; i++) {
      String role = i < ROLES.size() ? ROLES.get(i) : "technician";
      users.row(
          users.nextId(),
          dice.one(Words.FIRST_NAMES) + " " + dice.one(Words.LAST_NAMES),
          "employe" + users.nextId() + "@atelier.example",
          // No password opens these accounts: the host's hash of nothing.
          "!",
          role);
    }
    users.flush();
    for (long id = 1; id <= database.customers(); id++) {
      customer(id, new Dice(database.seed(), id), technicians);
    }
    customers.flush();
    vehicles.flush();
    workshop.close();
    earlier.close();
  }

  private void customer(long id, Dice dice, int technicians) throws IOException {
    Client client = Client.invent(id, dice, calendar, database.has(Variation.EMPTY_STRINGS));
    long firstVehicle = vehicles.nextId();
    int count = client.business() ? dice.between(1, 6) : dice.chance(8) ? 0 : dice.between(1, 2);
    String info = null;
    for (int i = 0; i < count; i++) {
      info = vehicle(client, dice);
    }
    card(client, info, dice);
    workshop.history(
        client, new Workshop.Fleet(firstVehicle, count, technicians, ROLES.size()), dice);
    earlier.customer(client, dice);
  }

  private String vehicle(Client client, Dice dice) throws IOException {
    Model model = dice.one(Words.MODELS);
    int latest = Math.max(model.since(), client.since().getYear() + 1);
    int year = Math.max(model.since(), latest - dice.below(12));
    vehicles.row(
        vehicles.nextId(),
        client.id(),
        model.make(),
        model.model(),
        year,
        dice.chance(90) ? vin(dice) : null,
        plate(dice),
        dice.chance(70) ? dice.between(4, 290) * 1000 + dice.below(1000) : null,
        dice.chance(60) ? dice.one(Words.COLOURS) : null,
        dice.chance(75) ? model.fuel() : null,
        client.business() && dice.chance(20) ? "Livraison" : null,
        null,
        calendar.open(client.since().toLocalDate().plusDays(dice.below(3)), dice));
    return model.make() + " " + model.model() + " " + year;
  }

  private void card(Client client, String info, Dice dice) throws IOException {
    Client.Reach reach = client.reach();
    String nothing = database.has(Variation.EMPTY_STRINGS) && dice.chance(30) ? "" : null;
    customers.row(
        client.id(),
        client.name(),
        client.company(),
        reach.email(),
        reach.phone(),
        reach.street(),
        reach.postalCode(),
        reach.town().name(),
        "Canada",
        dice.chance(40) ? info : nothing,
        note(dice, nothing),
        reach.town().province(),
        null,
        client.business() && dice.chance(30) ? "C.P. " + dice.between(10, 900) : nothing,
        client.business() && dice.chance(50) ? "TVQ" + dice.between(100_000, 999_999) : null,
        dice.one(List.of("email", "phone", "sms")),
        dice.chance(50) ? dice.one(Words.ZONES) : null,
        client.business() ? "business" : dice.chance(80) ? "individual" : nothing,
        dice.chance(30) ? reach.phone() : nothing,
        client.business() ? "30j" : nothing,
        dice.chance(94) ? "actif" : dice.chance(50) ? "inactif" : nothing,
        1,
        client.since(),
        client.since());
  }

  private String note(Dice dice, String nothing) {
    if (dice.chance(65)) {
      return nothing;
    }
    boolean rich = database.has(Variation.FOUR_BYTE_TEXT) && !database.has(Variation.UTF8MB3);
    return rich && dice.chance(25) ? dice.one(Words.FOUR_BYTE_NOTES) : dice.one(Words.NOTES);
  }

  private static String vin(Dice dice) {
    StringBuilder vin = new StringBuilder(17);
    for (int i = 0; i < 17; i++) {
      vin.append("ABCDEFGHJKLMNPRSTUVWXYZ0123456789".charAt(dice.below(33)));
    }
    return vin.toString();
  }

  private static String plate(Dice dice) {
    return ""
        + "ABCEFGHJKLMNPQRSTVWXYZ".charAt(dice.below(22))
        + dice.between(10, 99)
        + " "
        + "ABCEFGHJKLMNPQRSTVWXYZ".charAt(dice.below(22))
        + "TZX".charAt(dice.below(3))
        + "ABCEFGHJKLMNPQRSTVWXYZ".charAt(dice.below(22));
  }
}
