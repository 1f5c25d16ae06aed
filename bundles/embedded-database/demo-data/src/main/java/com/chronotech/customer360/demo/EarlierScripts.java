package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.Client.Calendar;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;

/** The rows in the tables that the host's earlier scripts made, oddities included. */
final class EarlierScripts {
  private static final List<String> FREE_TYPES =
      List.of("create", "contact", "meeting", "work_order", "email", "call", "note", "suivi");
  private static final List<String> BRIEF_TYPES =
      List.of("note", "email", "call", "sms", "document", "system", "consent");
  private static final List<String> CONSENTS =
      List.of("email_marketing", "sms_marketing", "data_processing", "cookies", "newsletter");
  private static final List<String> TITLES =
      List.of(
          "Appel entrant",
          "Dossier ouvert",
          "Relance d'entretien",
          "Courriel envoyé",
          "Rencontre au comptoir",
          "Plainte réglée");

  private final HostDatabase database;
  private final Calendar calendar;
  private final TableWriter activity;
  private final TableWriter second;
  private final TableWriter consents;
  private final TableWriter contacts;
  private final TableWriter addresses;
  private final TableWriter documents;

  EarlierScripts(HostDatabase database, Calendar calendar, Schema schema, Writer out)
      throws IOException {
    this.database = database;
    this.calendar = calendar;
    EarlierSchema earlier = new EarlierSchema(schema, database.variations());
    String options = schema.options();
    activity = new TableWriter(out, earlier.activity(), options);
    second = new TableWriter(out, earlier.secondTimeline(), options);
    consents = new TableWriter(out, earlier.consents(), options);
    contacts = new TableWriter(out, earlier.contacts(), options);
    addresses = new TableWriter(out, earlier.addresses(), options);
    documents = new TableWriter(out, earlier.documents(), options);
  }

  void customer(Client client, Dice dice) throws IOException {
    if (activity.kept()) {
      for (int i = dice.below(4); i > 0; i--) {
        activity(client, dice);
      }
    }
    if (second.kept()) {
      for (int i = dice.below(3); i > 0; i--) {
        second(client, dice);
      }
    }
    if (consents.kept()) {
      for (String type : CONSENTS) {
        if (dice.chance(25)) {
          consent(client, type, dice);
        }
      }
    }
    if (contacts.kept()) {
      contacts(client, dice);
    }
    if (documents.kept() && dice.chance(60)) {
      document(client, dice);
    }
  }

  private void activity(Client client, Dice dice) throws IOException {
    boolean old = !database.has(Variation.BRIEF_ACTIVITY);
    boolean free = old && database.has(Variation.FREE_TYPES);
    boolean plain = old && database.has(Variation.PLAIN_METADATA) && dice.chance(25);
    boolean gone = database.has(Variation.MISSING_CUSTOMERS) && dice.chance(3);
    activity.row(
        gone ? database.customers() + 1L + dice.below(50) : client.id(),
        dice.one(free ? FREE_TYPES : BRIEF_TYPES),
        dice.one(TITLES),
        dice.chance(30) ? dice.one(Words.NOTES) : null,
        dice.chance(50) ? dice.between(1, 3000) : null,
        dice.chance(30) ? "work_orders" : dice.chance(10) ? "vieille_table" : null,
        plain ? "saisi à la main" : dice.chance(40) ? "{\"canal\": \"comptoir\"}" : null,
        actor(dice),
        later(client, dice));
  }

  // Some actors have left the host's users since.
  private static Integer actor(Dice dice) {
    if (dice.chance(60)) {
      return dice.between(1, 8);
    }
    return dice.chance(20) ? Integer.valueOf(977) : null;
  }

  private void second(Client client, Dice dice) throws IOException {
    boolean linked = dice.chance(40);
    second.row(
        client.id(),
        dice.one(FREE_TYPES),
        dice.one(TITLES),
        dice.one(Words.NOTES),
        linked ? dice.between(1, 3000) : null,
        linked ? "work_order" : null,
        linked ? "{\"montant\": 125.5, \"devise\": \"CAD\"}" : null,
        dice.between(1, 5),
        dice.one(Words.FIRST_NAMES),
        dice.chance(10) ? "high" : "normal",
        dice.chance(30) ? "suivi,printemps" : null,
        dice.chance(92) ? 1 : 0,
        later(client, dice));
  }

  private void consent(Client client, String type, Dice dice) throws IOException {
    boolean granted = dice.chance(60);
    LocalDateTime at = later(client, dice);
    consents.row(
        client.id(),
        type,
        granted ? 1 : 0,
        granted || dice.chance(30) ? at : null,
        granted ? null : at.plusDays(2),
        dice.one(List.of("registration", "import", "manual")),
        dice.chance(30) ? "203.0.113." + dice.below(256) : null,
        dice.chance(70) ? "consent" : "contract",
        dice.chance(30) ? "Rappels d'entretien" : null,
        at);
  }

  private void contacts(Client client, Dice dice) throws IOException {
    List<String> roles =
        database.has(Variation.CUSTOMER_CONTACTS) ? Words.CONTACT_CODES : Words.CONTACT_ROLES;
    if (dice.chance(30)) {
      String name = dice.one(Words.FIRST_NAMES) + " " + dice.one(Words.LAST_NAMES);
      String email = "personne" + contacts.nextId() + "@courriel.example";
      contacts.row(client.id(), name, dice.one(roles), email, client.reach().phone());
    }
    if (dice.chance(20)) {
      Client.Reach reach = client.reach();
      String street = dice.between(1, 900) + " " + dice.one(Words.STREETS);
      String town = reach.town().name();
      String label = dice.chance(80) ? dice.one(Words.ADDRESS_LABELS) : null;
      addresses.row(client.id(), label, street, reach.postalCode(), town, "Canada");
    }
  }

  private void document(Client client, Dice dice) throws IOException {
    StringBuilder hash = new StringBuilder(64);
    while (hash.length() < 64) {
      hash.append(Character.forDigit(dice.below(16), 16));
    }
    String file = "evaluation-" + client.id() + ".pdf";
    documents.row(
        client.id(),
        dice.one(List.of("contract", "photo", "report")),
        "Évaluation " + client.since().getYear(),
        file,
        "/documents/" + client.id() + "/" + file,
        dice.between(9_000, 4_000_000),
        "application/pdf",
        dice.chance(80) ? hash : null,
        later(client, dice));
  }

  private LocalDateTime later(Client client, Dice dice) {
    long first = client.since().toLocalDate().toEpochDay();
    int days = (int) Math.max(1, database.until().toEpochDay() - first);
    return calendar.open(client.since().toLocalDate().plusDays(dice.below(days)), dice);
  }

  void close() throws IOException {
    for (TableWriter table : List.of(activity, second, consents, contacts, addresses, documents)) {
      table.flush();
    }
  }
}
