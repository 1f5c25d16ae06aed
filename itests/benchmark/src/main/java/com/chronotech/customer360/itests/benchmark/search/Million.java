package com.chronotech.customer360.itests.benchmark.search;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented customers by the million, with names as unevenly spread as real ones. */
final class Million {
  private static final int ROWS = 5000;
  private static final List<String> FIRST =
      List.of("Jean", "Marie", "Michel", "Nathalie", "Éric", "Zoé", "Jean-Pierre", "Lucie");
  private static final List<String> LAST =
      List.of("Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "L'Heureux", "Martin");
  private static final List<String> START =
      List.of("ba", "ca", "da", "fa", "ga", "la", "ma", "na", "pa", "ra", "sa", "ta", "va");
  private static final List<String> MIDDLE =
      List.of("lo", "ri", "me", "nu", "ti", "so", "ve", "ga", "chi", "dou", "lem");
  private static final List<String> END =
      List.of("ard", "eau", "ette", "ier", "in", "ois", "on", "ot", "ault", "uc");
  private static final List<String> CITY =
      List.of("Montréal", "Québec", "Laval", "Gatineau", "Longueuil", "Sherbrooke", "Lévis");
  private static final List<String> DOMAIN =
      List.of("gmail.com", "videotron.ca", "hotmail.com", "bell.net", "exemple.example");

  private final TestDatabase database;
  private final Random random = new Random(42);

  Million(TestDatabase database) {
    this.database = database;
  }

  void create(int customers) {
    database.script(
        """
        create table customers (id int not null auto_increment primary key,
          name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20),
          city varchar(100), customer_type varchar(45), is_active tinyint not null default 1,
          created_at timestamp not null default current_timestamp,
          updated_at timestamp not null default current_timestamp on update current_timestamp);
        create table vehicles (id int not null auto_increment primary key, customer_id int not null,
          make varchar(50), vin varchar(20), license_plate varchar(20),
          index vehicles_customer (customer_id));
        """);
    for (int from = 1; from <= customers; from += ROWS) {
      List<String> people = new ArrayList<>();
      List<String> vehicles = new ArrayList<>();
      for (int id = from; id < Math.min(customers + 1, from + ROWS); id++) {
        people.add(customer(id));
        vehicles.add(vehicle(id));
      }
      database.update(
          "insert into customers (id, name, company, email, phone, city, customer_type, created_at)"
              + " values "
              + String.join(",", people));
      database.update(
          "insert into vehicles (customer_id, vin, license_plate) values "
              + String.join(",", vehicles));
    }
  }

  /** Activities: so many, of workshop kinds, over three years. */
  void activities(int customers, int count) {
    List<String> types = List.of("workorder", "invoice", "payment", "quote", "call");
    for (int from = 0; from < count; from += ROWS) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        rows.add(
            "("
                + (1 + random.nextInt(customers))
                + ",'"
                + one(types)
                + "','x',utc_timestamp(6) - interval "
                + random.nextInt(26_000)
                + " hour)");
      }
      database.update(
          "insert into customer_activity (customer_id, activity_type, title, created_at) values "
              + String.join(",", rows));
    }
  }

  private String customer(int id) {
    String first = first();
    String last = last();
    String local = (first + "." + last + id).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
    return String.format(
        Locale.ROOT,
        "(%d,'%s','%s','%s@%s','%03d-%03d-%04d','%s','%s',utc_timestamp() - interval %d day)",
        id,
        (first + " " + last).replace("'", "''"),
        random.nextInt(5) == 0 ? "Garage " + last.replace("'", "''") + " et fils" : "",
        local,
        one(DOMAIN),
        200 + random.nextInt(700),
        200 + random.nextInt(700),
        random.nextInt(10_000),
        one(CITY),
        random.nextInt(4) == 0 ? "professionnel" : "particulier",
        random.nextInt(3000));
  }

  private String vehicle(int id) {
    return String.format(Locale.ROOT, "(%d,'%s','%s')", id, vin(id), plate(id));
  }

  /** The plate of a customer's vehicle. */
  static String plate(int id) {
    Random own = new Random(id);
    return "" + letter(own) + letter(own) + letter(own) + " " + (100 + own.nextInt(900));
  }

  /** The identification number of a customer's vehicle. */
  static String vin(int id) {
    return String.format(Locale.ROOT, "1HGCM826%09d", 7_919L * id % 1_000_000_000L);
  }

  private static char letter(Random own) {
    return (char) ('A' + own.nextInt(26));
  }

  /** One in three has one of the common names, and common ones are not equally so. */
  private String first() {
    return random.nextInt(3) == 0 ? FIRST.get(rank(FIRST.size())) : invented(MIDDLE.size());
  }

  private String last() {
    return random.nextInt(4) == 0 ? LAST.get(rank(LAST.size())) : invented(MIDDLE.size());
  }

  private int rank(int of) {
    return Math.min(random.nextInt(of), random.nextInt(of));
  }

  private String invented(int middles) {
    String name = one(START) + MIDDLE.get(random.nextInt(middles)) + one(END);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
