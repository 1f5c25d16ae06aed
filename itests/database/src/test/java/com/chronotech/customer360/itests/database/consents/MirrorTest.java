package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.HostTables;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The host's own table says what stands, in the host's own words. */
class MirrorTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;

  /** As a host made it before the brief: other words, one row a purpose, local leftovers. */
  private static final String OLDER =
      """
      create table customer_consents (
        id int not null auto_increment primary key, customer_id int not null,
        consent_type enum('email_marketing','sms_marketing','phone_marketing','data_processing',
          'data_sharing','analytics','cookies','newsletter') not null,
        is_granted tinyint(1) not null default 0, granted_at timestamp null,
        revoked_at timestamp null,
        source enum('registration','update','api','import','manual') default 'manual',
        ip_address varchar(45) null, legal_basis enum('consent','contract') default 'consent',
        purpose text, notes text,
        created_at timestamp not null default current_timestamp,
        unique key uk_consent (customer_id, consent_type)
      ) engine=InnoDB default charset=utf8 collate utf8_general_ci;
      """;

  private static List<Map<String, Object>> rows(TestPlatform platform, long customer) {
    return platform
        .database()
        .rows(
            "select consent_type, cast(is_granted as char) is_granted, version, source,"
                + " ip_address, collected_by, cast(granted_at as char) granted_at,"
                + " cast(revoked_at as char) revoked_at, cast(expires_at as char) expires_at"
                + " from customer_consents where customer_id = "
                + customer
                + " order by id");
  }

  @EveryServer
  void inTheBriefsShapeEachVersionIsARow(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    Instant granted = Instant.parse("2026-03-01T12:00:00.123456Z");
    Instant revoked = Instant.parse("2026-05-01T12:00:00.654321Z");
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.GRANTED, "web_form")
                .occurredAt(granted)
                .expiresAt(Instant.parse("2027-03-01T00:00:00Z"))
                .ipAddress("203.0.113.7")
                .collectedBy(3L)
                .build());
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.REVOKED, "appel 😀")
                .occurredAt(revoked)
                .build());
    List<Map<String, Object>> rows = rows(platform, customer);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("consent_type", "marketing_email")
        .containsEntry("is_granted", "1")
        .containsEntry("version", 1)
        .containsEntry("source", "web_form")
        .containsEntry("ip_address", "203.0.113.7")
        .containsEntry("collected_by", 3L)
        .containsEntry("granted_at", "2026-03-01 12:00:00.123456")
        .containsEntry("revoked_at", null)
        .containsEntry("expires_at", "2027-03-01 00:00:00.000000");
    assertThat(rows.get(1))
        .containsEntry("is_granted", "0")
        .containsEntry("version", 2)
        .containsEntry("source", "appel 😀")
        .containsEntry("granted_at", null)
        .containsEntry("revoked_at", "2026-05-01 12:00:00.654321");
  }

  @EveryServer
  void inAnOlderShapeTheHostsRowsAreSetToWhatStands(TestDatabase database) {
    HostTables.create(database);
    database.script(OLDER);
    database.script(
        "insert into customer_consents (customer_id, consent_type, is_granted, granted_at) values"
            + " (5, 'email_marketing', 1, '2025-01-01 00:00:00'),"
            + " (5, 'newsletter', 1, '2025-01-01 00:00:00'),"
            + " (5, 'cookies', 1, '2025-01-01 00:00:00'),"
            + " (6, 'newsletter', 1, '2025-01-01 00:00:00');");
    TestSchema.adopt(database);
    try (TestPlatform platform = new TestPlatform(database, "older")) {
      ConsentsNode node = Nodes.withNotices(platform);
      Instant revoked = Instant.parse("2026-05-01T12:00:00Z");
      node.consents()
          .record(NewConsent.of(5, EMAIL, Decision.REFUSED, "call").occurredAt(revoked).build());
      assertThat(words(platform, 5))
          .containsExactly("email_marketing 0", "newsletter 0", "cookies 1");
      assertThat(rows(platform, 5).get(0))
          .containsEntry("revoked_at", "2026-05-01 12:00:00")
          .containsEntry("granted_at", "2025-01-01 00:00:00");

      node.consents().grant(5, EMAIL, "form");
      assertThat(words(platform, 5))
          .containsExactly("email_marketing 1", "newsletter 1", "cookies 1");

      node.consents().grant(7, ConsentType.MARKETING_SMS, "api");
      assertThat(words(platform, 7)).containsExactly("sms_marketing 1");
      assertThat(rows(platform, 7).get(0)).containsEntry("source", "api");
      node.consents().revoke(6, EMAIL, "call");
      assertThat(words(platform, 6)).containsExactly("newsletter 0", "email_marketing 0");

      // a purpose for which the host has no word is kept by us alone
      node.consents().grant(7, ConsentType.PROFILING, "form");
      assertThat(rows(platform, 7)).hasSize(1);
      assertThat(node.consents().isGranted(7, ConsentType.PROFILING)).isTrue();
      assertThat(
              database.number(
                  "select count(*) from c360_consent_adopted where outcome = 'mirror'"
                      + " and customer_id in (5, 6, 7)"))
          .isEqualTo(5);
    }
  }

  private static List<String> words(TestPlatform platform, long customer) {
    return rows(platform, customer).stream()
        .map(row -> row.get("consent_type") + " " + row.get("is_granted"))
        .toList();
  }

  @EveryServer
  void withoutTheTableNothingIsMirrored(TestDatabase database) {
    if (database.rows("show tables like 'customers'").isEmpty()) {
      HostTables.create(database);
    }
    TestSchema.adopt(database);
    database.update("drop table customer_consents");
    try (TestPlatform platform = new TestPlatform(database, "bare")) {
      ConsentsNode node = Nodes.withNotices(platform);
      node.consents().grant(9, EMAIL, "form");
      assertThat(node.consents().isGranted(9, EMAIL)).isTrue();
    }
  }
}
