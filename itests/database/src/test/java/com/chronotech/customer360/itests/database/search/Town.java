package com.chronotech.customer360.itests.database.search;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A host with invented customers, and a simple model of what finds them. */
final class Town {
  static final String TABLES =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20),
        mobile varchar(20), city varchar(100), customer_type varchar(45),
        created_at timestamp not null default current_timestamp,
        updated_at timestamp not null default current_timestamp on update current_timestamp);
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        make varchar(50), model varchar(50), year int, vin varchar(20), license_plate varchar(20),
        index vehicles_customer (customer_id));
      create table customer_contacts (id int not null auto_increment primary key,
        customer_id int not null, name varchar(120), role varchar(30), email varchar(120),
        phone varchar(30), is_primary tinyint not null default 0,
        index contacts_customer (customer_id));
      """;

  private static final List<String> FIRST =
      List.of("Zoé", "Jean-Pierre", "Élise", "Marie", "Noël", "李", "Иван", "محمد", "Anne", "Éric");
  private static final List<String> LAST =
      List.of("L'Heureux", "Tremblay", "Bœuf", "Strauß", "小明", "Петров", "D’Amours", "Côté");
  private static final List<String> COMPANY =
      List.of("", "Garage Œil & Fils", "R&D Autos 24", "🚗");
  private static final List<String> DOMAIN = List.of("videotron.ca", "Gmail.com", "x-y.example");
  private static final List<String> CITY = List.of("Montréal", "Saint-Jérôme", "LÉVIS");

  /**
   * One customer.
   *
   * @param words what is met by its beginning
   */
  record Person(
      long id,
      String name,
      String email,
      String phone,
      String plate,
      String vin,
      Set<String> words,
      String city) {
    boolean begins(String beginning) {
      return words.stream().anyMatch(word -> word.startsWith(beginning));
    }
  }

  /** A question and who answers to it. */
  record Question(String text, Predicate<Person> meets) {}

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final TestDatabase database;
  private final Random random;
  private final List<Person> people = new ArrayList<>();

  Town(TestDatabase database, long seed) {
    this.database = database;
    this.random = new Random(seed);
  }

  List<Person> people() {
    return people;
  }

  /** Adds customers, as the host does. */
  void add(int count) {
    for (int i = 0; i < count; i++) {
      people.add(person(people.size() + 1));
    }
  }

  private Person person(long id) {
    String name = one(FIRST) + " " + one(LAST);
    String company = one(COMPANY);
    String number = String.format(Locale.ROOT, "514555%04d", random.nextInt(10_000));
    String local = fold(name).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.|\\.$", "") + id;
    String email = local + "@" + one(DOMAIN);
    String plate = letters(3) + " " + String.format(Locale.ROOT, "%03d", random.nextInt(1000));
    String vin = "1HGCM82633A" + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    String contact = "Contact" + random.nextInt(20);
    String city = one(CITY);
    database.update(
        "insert into customers (id, name, company, email, phone, city, customer_type) values ("
            + id
            + ", '"
            + name.replace("'", "''")
            + "', '"
            + company
            + "', '"
            + email
            + "', '"
            + (random.nextBoolean()
                ? "(514) " + number.substring(3, 6) + "-" + number.substring(6)
                : "+1 514 " + number.substring(3, 6) + " " + number.substring(6))
            + "', '"
            + city
            + "', 'pro')");
    database.update(
        "insert into vehicles (customer_id, vin, license_plate) values ("
            + id
            + ", '"
            + vin
            + "', '"
            + plate
            + "')");
    database.update(
        "insert into customer_contacts (customer_id, name) values (" + id + ", '" + contact + "')");
    Set<String> words = new TreeSet<>();
    for (String text : List.of(name, company, contact)) {
      for (String chunk : BLANK.split(fold(text), -1)) {
        List<String> parts = new ArrayList<>(List.of(SIGNS.split(chunk, -1)));
        parts.removeIf(String::isEmpty);
        words.addAll(parts);
        words.add(String.join("", parts));
      }
    }
    words.remove("");
    words.add(fold(email));
    words.add(fold(email.substring(0, email.indexOf('@'))).replaceAll("[^a-z0-9]", ""));
    words.add(fold(email.substring(email.indexOf('@'))).replaceAll("[^a-z0-9]", ""));
    words.addAll(List.of(number, "1" + number, number.substring(3)));
    String joined = fold(plate).replace(" ", "");
    words.addAll(List.of(joined, joined.substring(3)));
    words.addAll(List.of(fold(vin), fold(vin).substring(9)));
    return new Person(id, name, email, number, plate, vin, words, city);
  }

  /** A question about a customer chosen by chance; nobody else may be missing from the answer. */
  Question question() {
    Person one = people.get(random.nextInt(people.size()));
    return switch (random.nextInt(10)) {
      case 0 -> begins(one.email().toUpperCase(Locale.ROOT), fold(one.email()));
      case 1 -> begins("514-555-" + one.phone().substring(6), one.phone());
      case 2 -> begins("+1 (514) 555 " + one.phone().substring(6), "1" + one.phone());
      case 3 -> begins("555 " + one.phone().substring(6), one.phone().substring(3));
      case 4 -> begins(one.vin(), fold(one.vin()));
      case 5 -> begins(one.vin().substring(9), fold(one.vin()).substring(9));
      case 6 -> {
        String letters = fold(one.plate()).substring(0, 3);
        String digits = one.plate().substring(4);
        yield new Question(one.plate(), person -> person.begins(letters) && person.begins(digits));
      }
      default -> {
        String first = any(one);
        String second = any(one);
        yield new Question(
            first.toUpperCase(Locale.ROOT) + "  " + second,
            person -> person.begins(first) && person.begins(second));
      }
    };
  }

  private String any(Person person) {
    List<String> words =
        person.words().stream().filter(word -> word.matches("[\\p{L}]{2,}")).toList();
    String word = words.get(random.nextInt(words.size()));
    return word.substring(0, 2 + random.nextInt(word.length() - 1));
  }

  private static Question begins(String text, String beginning) {
    return new Question(text, person -> person.begins(beginning));
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** Another way of folding than the code's own. */
  static String fold(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("(?<=[a-zа-я])\\p{M}+", "")
        .replace("œ", "oe")
        .replace("ß", "ss");
  }
}
