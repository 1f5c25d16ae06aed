package com.chronotech.customer360.demo;

import com.chronotech.customer360.demo.TableWriter.Table;
import java.util.Set;

/** The tables that the host's own earlier scripts made of Customer 360. */
final class EarlierSchema {
  private static final String AT = "created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP";

  private final Schema schema;
  private final Set<Variation> variations;

  EarlierSchema(Schema schema, Set<Variation> variations) {
    this.schema = schema;
    this.variations = variations;
  }

  Table activity() {
    boolean brief = variations.contains(Variation.BRIEF_ACTIVITY);
    String columns =
        brief
            ? """
              customer_id INT NOT NULL
              activity_type ENUM('workorder','invoice','payment','quote','email','sms','call','document','appointment','note','consent','vehicle_added','system')
              title VARCHAR(255) NOT NULL
              description TEXT
              reference_id INT
              reference_table VARCHAR(50)
              metadata JSON
              actor_id INT
              -actor_type ENUM('user','system','customer')
              created_at DATETIME DEFAULT CURRENT_TIMESTAMP
              """
            : """
              customer_id int NOT NULL
              activity_type varchar(50) NOT NULL
              title varchar(255) NOT NULL
              description text
              reference_id int NULL
              reference_table varchar(50) NULL
              metadata longtext NULL
              actor_id int NULL
              """
                + AT;
    return schema.made(
        "customer_activity",
        brief ? Variation.BRIEF_ACTIVITY : Variation.OLD_ACTIVITY,
        "-id int NOT NULL AUTO_INCREMENT PRIMARY KEY\n" + columns,
        brief ? "" : "KEY idx_ca_customer (customer_id)");
  }

  Table secondTimeline() {
    return schema.made(
        "customer_activities",
        Variation.CUSTOMER_ACTIVITIES,
        """
        -id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        activity_type varchar(50) NOT NULL
        title varchar(255) NOT NULL
        description text
        reference_id int NULL
        reference_type varchar(50) NULL
        reference_data json NULL
        actor_id int NULL
        actor_name varchar(255) NULL
        priority varchar(16) NOT NULL DEFAULT 'normal'
        tags varchar(255) NULL
        is_visible tinyint(1) NOT NULL DEFAULT 1
        """
            + AT,
        "KEY idx_cas_customer (customer_id)");
  }

  Table consents() {
    return schema.made(
        "customer_consents",
        Variation.OLD_CONSENTS,
        """
        -id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        consent_type enum('email_marketing','sms_marketing','phone_marketing','data_processing','data_sharing','analytics','cookies','newsletter') NOT NULL
        is_granted tinyint(1) NOT NULL DEFAULT 0
        granted_at timestamp NULL
        revoked_at timestamp NULL
        source enum('registration','update','api','import','manual') DEFAULT 'manual'
        ip_address varchar(45) NULL
        legal_basis enum('consent','contract','legal_obligation','vital_interests','public_task','legitimate_interests') DEFAULT 'consent'
        purpose text
        -notes text
        """
            + AT,
        "UNIQUE KEY uk_consent (customer_id, consent_type)");
  }

  Table contacts() {
    boolean newer = variations.contains(Variation.CUSTOMER_CONTACTS);
    return schema.made(
        newer ? "customer_contacts" : "contacts",
        newer ? Variation.CUSTOMER_CONTACTS : Variation.OLD_CONTACTS,
        """
        -id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        name varchar(255) NULL
        role varchar(100) NULL
        email varchar(255) NULL
        phone varchar(50) NULL
        -created_at datetime DEFAULT CURRENT_TIMESTAMP
        -updated_at datetime DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_contacts_customer (customer_id)");
  }

  Table addresses() {
    boolean newer = variations.contains(Variation.CUSTOMER_CONTACTS);
    return schema.made(
        newer ? "customer_addresses" : "addresses",
        newer ? Variation.CUSTOMER_CONTACTS : Variation.OLD_CONTACTS,
        """
        -id int NOT NULL AUTO_INCREMENT PRIMARY KEY
        customer_id int NOT NULL
        label varchar(255) NULL
        street varchar(255) NULL
        postal_code varchar(20) NULL
        city varchar(100) NULL
        country varchar(100) NULL
        -phone varchar(50) NULL
        -created_at datetime DEFAULT CURRENT_TIMESTAMP
        """,
        "KEY idx_addresses_customer (customer_id)");
  }

  Table documents() {
    if (variations.contains(Variation.TYPED_DOCUMENTS)) {
      return documents(
          Variation.TYPED_DOCUMENTS,
          """
          document_type enum('contract','invoice','photo','report','warranty','other') NOT NULL
          title varchar(255) NOT NULL
          filename varchar(255) NOT NULL
          file_path varchar(500) NOT NULL
          file_size bigint NULL
          mime_type varchar(100) NULL
          hash_sha256 char(64) NULL
          -is_signed tinyint(1) NOT NULL DEFAULT 0
          -signed_at datetime NULL
          -signed_by varchar(255) NULL
          -access_level enum('public','restricted','confidential') DEFAULT 'restricted'
          -version int NOT NULL DEFAULT 1
          -parent_document_id int NULL
          """);
    }
    if (variations.contains(Variation.CATEGORISED_DOCUMENTS)) {
      return documents(
          Variation.CATEGORISED_DOCUMENTS,
          """
          category varchar(64) NOT NULL
          title varchar(255) NOT NULL
          filename varchar(255) NOT NULL
          file_path text NOT NULL
          file_size int NULL
          mime_type varchar(100) NULL
          checksum_sha256 varchar(64) NULL
          -access_level varchar(32) DEFAULT 'internal'
          -version_number varchar(16) NOT NULL DEFAULT '1.0'
          -parent_document_id int NULL
          """);
    }
    return documents(
        Variation.PLAIN_DOCUMENTS,
        """
        document_type varchar(50) NULL
        title varchar(255) NULL
        filename varchar(255) NOT NULL
        file_path varchar(255) NOT NULL
        file_size int NULL
        mime_type varchar(100) NULL
        hash_sha256 varchar(64) NULL
        """);
  }

  private Table documents(Variation by, String columns) {
    return schema.made(
        "customer_documents",
        by,
        "-id int NOT NULL AUTO_INCREMENT PRIMARY KEY\ncustomer_id int NOT NULL\n" + columns + AT,
        "KEY idx_documents_customer (customer_id)");
  }
}
