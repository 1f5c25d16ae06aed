package com.chronotech.customer360.profile.core.search.model;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words that find one customer: what the index should hold of it. */
public final class CustomerTerms {
  /** Between letters and digits: of {@code ABC 123} a clerk may remember the second half. */
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])|[^a-z0-9]+");

  private static final int VIN_TAIL = 8;

  /** A text found in two places is kept once, as what comes first here. */
  private final Map<String, TermKind> terms = new TreeMap<>();

  private CustomerTerms() {}

  /**
   * The terms of a customer.
   *
   * @param contacts the customer's contacts
   * @param vehicles the customer's vehicles
   * @param labels the labels set by hand
   */
  public static Collection<Term> of(
      CustomerRow row, List<HostRecord> contacts, List<HostRecord> vehicles, List<String> labels) {
    CustomerTerms all = new CustomerTerms();
    all.words(row.text(CustomerColumn.NAME), TermKind.NAME);
    all.words(row.text(CustomerColumn.COMPANY), TermKind.COMPANY);
    all.email(row.text(CustomerColumn.EMAIL));
    all.phone(row.text(CustomerColumn.PHONE));
    all.phone(row.text(CustomerColumn.MOBILE));
    for (HostRecord contact : contacts) {
      all.words(contact.text("name"), TermKind.CONTACT);
      all.email(contact.text("email"));
      all.phone(contact.text("phone"));
      all.phone(contact.text("phone_e164"));
      all.phone(contact.text("mobile"));
      all.phone(contact.text("mobile_e164"));
    }
    for (HostRecord vehicle : vehicles) {
      all.plate(vehicle.text("license_plate"));
      all.vin(vehicle.text("vin"));
    }
    all.facet(Facet.city(row.text(CustomerColumn.CITY)), TermKind.CITY);
    all.facet(Facet.type(row.text(CustomerColumn.CUSTOMER_TYPE)), TermKind.TYPE);
    all.facet(Facet.privacy(row.privacyLevel()), TermKind.PRIVACY);
    labels.forEach(label -> all.facet(Facet.label(label), TermKind.LABEL));
    all.facet(Facet.name(row.displayName()), TermKind.SORT_NAME);
    Collection<Term> terms = new TreeSet<>();
    all.terms.forEach((text, kind) -> terms.add(new Term(text, kind)));
    return terms;
  }

  private void add(String text, TermKind kind) {
    if (!text.isEmpty()) {
      terms.putIfAbsent(Term.cut(text), kind);
    }
  }

  private void facet(String text, TermKind kind) {
    if (text != null) {
      add(text, kind);
    }
  }

  private void words(String text, TermKind kind) {
    if (text != null) {
      Words.of(text).forEach(word -> add(word, kind));
    }
  }

  private void email(String typed) {
    if (typed == null) {
      return;
    }
    String address = SearchText.address(typed);
    add(address, TermKind.EMAIL);
    int at = address.lastIndexOf('@');
    if (at > 0) {
      add(Words.joined(address.substring(0, at)), TermKind.EMAIL);
      add(Words.joined(address.substring(at + 1)), TermKind.EMAIL);
    }
  }

  private void phone(String typed) {
    if (typed != null) {
      Digits.forms(typed).forEach(form -> add(form, TermKind.PHONE));
    }
  }

  private void plate(String typed) {
    if (typed == null) {
      return;
    }
    List<String> parts = BOUNDARY.splitAsStream(Folding.fold(typed).strip()).toList();
    String rest = "";
    for (int i = parts.size() - 1; i >= 0; i--) {
      rest = Words.joined(parts.get(i)) + rest;
      if (rest.length() > 1) {
        add(rest, TermKind.PLATE);
      }
    }
  }

  private void vin(String typed) {
    if (typed == null) {
      return;
    }
    String whole = Words.joined(typed);
    add(whole, TermKind.VIN);
    if (whole.length() > VIN_TAIL) {
      add(whole.substring(whole.length() - VIN_TAIL), TermKind.VIN);
    }
  }
}
