package com.chronotech.customer360.host.chronotech;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a table tell a clerk what a row is.
 *
 * @param labels the words of the label
 * @param joined whether the label is all of them together, and not the first that says something
 * @param status the host's status word
 * @param amounts an amount of money: the first that stands
 * @param fallback the label of a row that has none of the words, before its number
 */
record ReferenceColumns(
    List<String> labels, boolean joined, String status, List<String> amounts, String fallback) {
  static final Map<String, ReferenceColumns> TABLES =
      Map.ofEntries(
          Map.entry(
              "work_orders",
              first("Bon de travail", "claim_number")
                  .with("status", List.of("actual_cost", "estimated_cost"))),
          Map.entry(
              "invoices",
              first("Facture", "invoice_number").with("status", List.of("total_amount"))),
          Map.entry(
              "invoice_payments", first("Paiement", "reference").with("status", List.of("amount"))),
          Map.entry(
              "quotes",
              first("Devis", "quote_number", "number")
                  .with("status", List.of("amount", "total_amount"))),
          Map.entry("appointments", first("Rendez-vous", "description").with("status", List.of())),
          Map.entry("vehicles", joined("Véhicule", "make", "model", "year", "license_plate")),
          Map.entry(
              "customer_vehicles", joined("Véhicule", "make", "model", "year", "license_plate")),
          Map.entry("customer_documents", first("Document", "title", "filename")),
          Map.entry("customers", first("Client", "name", "company")));

  private static ReferenceColumns first(String fallback, String... labels) {
    return new ReferenceColumns(List.of(labels), false, null, List.of(), fallback);
  }

  private static ReferenceColumns joined(String fallback, String... labels) {
    return new ReferenceColumns(List.of(labels), true, null, List.of(), fallback);
  }

  private ReferenceColumns with(String statusColumn, List<String> amountColumns) {
    return new ReferenceColumns(labels, joined, statusColumn, amountColumns, fallback);
  }

  /** A number, or what stands for it where a row has none; at most 255 characters. */
  static String number(String table, String number, long id) {
    return Facts.cut(number == null ? TABLES.get(table).fallback() + " " + id : number, 255);
  }

  /** Every column that is of use. */
  List<String> all() {
    return Stream.of(
            List.of("id"), labels, status == null ? List.<String>of() : List.of(status), amounts)
        .flatMap(List::stream)
        .toList();
  }

  /** The label of a row, at most 255 characters. */
  String label(HostRow row) {
    String label =
        joined
            ? labels.stream()
                .map(row::text)
                .filter(word -> word != null)
                .collect(Collectors.joining(" "))
            : row.text(labels.toArray(String[]::new));
    String said = label == null || label.isBlank() ? fallback + " " + row.id() : label;
    return Facts.cut(said, 255);
  }
}
