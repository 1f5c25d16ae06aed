package com.chronotech.customer360.itests.database.consents;

import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestSchema;

/** Tables of consents as hosts have them, before Customer 360 came. */
final class HostConsentShapes {
  private static final String CUSTOMERS =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, email varchar(255));
      insert into customers (name) values ('Camille'), ('Noah'), ('Zoé'), ('Léa');
      """;

  static final String BRIEF_COLUMNS =
      """
        id INT AUTO_INCREMENT PRIMARY KEY,
        customer_id INT NOT NULL,
        consent_type ENUM('marketing_email', 'marketing_sms', 'analytics', 'profiling',
          'data_sharing', 'service_notifications'),
        is_granted BOOLEAN NOT NULL DEFAULT FALSE,
        source VARCHAR(100) NOT NULL,
        ip_address VARCHAR(45),
        collected_by INT,
        version INT NOT NULL DEFAULT 1,
        granted_at DATETIME,
        revoked_at DATETIME,
        expires_at DATETIME
      """;

  private HostConsentShapes() {}

  /** One row a type under eight words, times as TIMESTAMP. */
  static void older(TestDatabase database) {
    TestSchema.prepare(
        database,
        CUSTOMERS
            +
"""
create table customer_consents (id int not null auto_increment primary key,
  customer_id int not null,
  consent_type enum('email_marketing','sms_marketing','phone_marketing',
    'data_processing','data_sharing','analytics','cookies','newsletter') not null,
  is_granted tinyint(1) not null default 0, granted_at timestamp null,
  revoked_at timestamp null,
  source enum('registration','update','api','import','manual') default 'manual',
  ip_address varchar(45) null,
  legal_basis enum('consent','contract','legal_obligation') default 'consent',
  purpose text, notes text,
  created_at timestamp not null default current_timestamp,
  unique key uk_consent (customer_id, consent_type))
  engine=InnoDB default charset=utf8 collate=utf8_general_ci;
insert into customer_consents (customer_id, consent_type, is_granted, granted_at,
  revoked_at, source, ip_address, created_at) values
  (1, 'email_marketing', 1, '2024-01-31 10:00:00', null, 'manual', '::1', '2024-01-31'),
  (1, 'newsletter', 0, null, '2026-09-20 15:08:56', 'registration', null, '2025-08-23'),
  (1, 'analytics', 1, '2024-02-01 10:00:00', null, 'api', null, '2024-02-01'),
  (2, 'sms_marketing', 0, '2024-05-01 10:00:00', '2025-05-01 10:00:00', 'import', null,
    '2024-05-01'),
  (2, 'data_sharing', 1, '2024-05-01 10:00:00', null, 'import', null, '2024-05-01'),
  (2, 'phone_marketing', 1, '2024-05-01 10:00:00', null, 'import', null, '2024-05-01'),
  (2, 'data_processing', 1, '2024-05-01 10:00:00', null, 'import', null, '2024-05-01'),
  (3, 'cookies', 0, null, '2024-05-01 10:00:00', 'import', null, '2024-05-01'),
  (404, 'newsletter', 1, '2024-05-01 10:00:00', null, 'import', null, '2024-05-01');
""");
  }

  /** The brief's very table, filled by the host: wall-clock times, nothing unique. */
  static void brief(TestDatabase database, String key) {
    TestSchema.prepare(
        database,
        CUSTOMERS
            + "create table customer_consents ("
            + BRIEF_COLUMNS
            + key
            + ");"
            +
"""
set sql_mode = '';
insert into customer_consents (customer_id, consent_type, is_granted, source,
  ip_address, collected_by, version, granted_at, revoked_at, expires_at) values
  (1, 'marketing_email', 1, 'web_form', '::1', null, 1, '2024-01-15 12:00:00', null, null),
  (1, 'marketing_email', 0, 'phone', null, 3, 2, null, '2024-07-15 12:00:00', null),
  (1, 'marketing_email', 1, 'web_form', '::1', null, 3, '2025-07-15 12:00:00', null, null),
  (2, 'analytics', 1, 'web_form', null, null, 1, '0000-00-00 00:00:00',
    '0000-00-00 00:00:00', '0000-00-00 00:00:00'),
  (2, null, 1, 'web_form', null, null, 1, '2024-01-15 12:00:00', null, null),
  (3, 'profiling', 0, '', null, null, 1, null, null, null),
  (404, 'profiling', 1, 'x', null, null, 1, '2024-01-15 12:00:00', null, null);
""");
  }

  /** One row a type, wall-clock times, and zeros where the host's screens knew none. */
  static void zeros(TestDatabase database) {
    TestSchema.prepare(
        database,
        CUSTOMERS
            + """
            set sql_mode = '';
            create table customer_consents (id int not null auto_increment primary key,
              customer_id int not null,
              consent_type enum('email_marketing','newsletter','sms_marketing') not null,
              is_granted tinyint(1) not null default 0,
              granted_at datetime not null default '0000-00-00 00:00:00',
              revoked_at datetime default '0000-00-00 00:00:00',
              expires_at timestamp null,
              unique key uk_consent (customer_id, consent_type));
            insert into customer_consents (customer_id, consent_type, is_granted, granted_at,
              revoked_at) values
              (1, 'email_marketing', 1, '2025-01-15 12:00:00', '0000-00-00 00:00:00'),
              (1, 'newsletter', 1, '0000-00-00 00:00:00', '2024-00-00 00:00:00');
            """);
  }

  /** Everything that was ever done to a consent, beside whatever else stands. */
  static void history(TestDatabase database) {
    database.script(
        """
        create table customer_consent_history (id int not null auto_increment primary key,
          consent_id int, customer_id int not null, consent_type varchar(50),
          is_granted tinyint(1), source varchar(100), ip_address varchar(45), collected_by int,
          version int, action varchar(20), action_timestamp datetime);
        insert into customer_consent_history (consent_id, customer_id, consent_type, is_granted,
          source, version, action, action_timestamp) values
          (1, 4, 'sms_marketing', 1, 'web_form', 1, 'granted', '2024-01-15 12:00:00'),
          (1, 4, 'sms_marketing', 0, 'web_form', 2, 'revoked', '2024-07-15 12:00:00'),
          (1, 4, 'sms_marketing', null, 'web_form', 3, 'granted', '2025-01-15 12:00:00'),
          (1, 4, 'sms_marketing', null, 'web_form', 3, 'viewed', '2025-02-15 12:00:00');
        """);
  }
}
