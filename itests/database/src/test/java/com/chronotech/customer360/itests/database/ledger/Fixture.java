package com.chronotech.customer360.itests.database.ledger;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.LedgerService.Finding;
import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.LedgerNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A ledger on a database of its own, with a clock that stands. */
final class Fixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  static final LocalDate DAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
  static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;
  static final ConsentType SMS = ConsentType.MARKETING_SMS;

  final TestDatabase database;
  final TestPlatform platform;
  final ConsentsNode consents;
  final LedgerNode node;
  final LedgerService ledger;
  final Path keys;

  Fixture(DatabaseServer server, Path keys) {
    this.keys = keys;
    database = server.createDatabase();
    TestSchema.prepare(database);
    platform = new TestPlatform(database, "node-1");
    at(NOON);
    consents = new ConsentsNode(platform);
    consents.publishNotices("1.0");
    node = new LedgerNode(consents, keys);
    ledger = node.ledger();
  }

  void at(Instant instant) {
    platform.clock().set(instant);
  }

  /** Noon of a day so many days later. */
  void days(int later) {
    at(NOON.atZone(ZoneOffset.UTC).plusDays(later).toInstant());
  }

  /** A customer who granted, withdrew, granted again, and refused something else: four entries. */
  long customer() {
    long customer = platform.newCustomer();
    consents.consents().grant(customer, EMAIL, "web_form");
    consents.consents().revoke(customer, EMAIL, "phone");
    consents
        .consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.GRANTED, "counter")
                .evidence("{\"form\":7}")
                .ipAddress("192.0.2.7")
                .build());
    consents.consents().refuse(customer, SMS, "web_form");
    return customer;
  }

  /** The one fault that a verification found. */
  static Finding only(Verification verification) {
    if (verification.findings().size() != 1) {
      throw new AssertionError("not one finding: " + verification);
    }
    return verification.findings().get(0);
  }

  /** What of a finding does not depend on the language. */
  static String brief(Finding finding) {
    return finding.code() + " " + finding.customerId() + " " + finding.sequence();
  }

  static List<String> codes(Verification verification) {
    return verification.findings().stream().map(Finding::code).toList();
  }

  String record(long customer, int sequence) {
    return (String)
        database
            .rows(
                "select record_id from c360_consent_entry where customer_id = "
                    + customer
                    + " and seq = "
                    + sequence)
            .get(0)
            .get("record_id");
  }

  @Override
  public void close() {
    platform.close();
    database.close();
  }
}
