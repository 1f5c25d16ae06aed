package com.chronotech.customer360.itests.database.schema;

import com.chronotech.customer360.itests.support.TestDatabase;

/** Hosts as they are found in the field, small enough to read. */
public final class OldHosts {
  private OldHosts() {}

  /** An older host: three-byte text, free types, text that is no JSON, no type of actor. */
  public static void older(TestDatabase database) {
    database.script(
        """
        create table users (id int not null auto_increment primary key, name varchar(255) not null)
          default charset=utf8;
        create table customers (id int not null auto_increment primary key,
          name varchar(255) not null, company varchar(255), email varchar(255), phone varchar(20))
          default charset=utf8;
        create table work_orders (id int not null auto_increment primary key,
          claim_number varchar(50) unique, customer_id int, status varchar(20),
          description text, completion_date datetime,
          created_at timestamp not null default current_timestamp) default charset=utf8;
        create table customer_activity (id int not null auto_increment primary key,
          customer_id int not null, activity_type varchar(50) not null,
          title varchar(255) not null, description text, reference_id int,
          reference_table varchar(50), metadata longtext, actor_id int,
          created_at timestamp not null default current_timestamp,
          key idx_ca_customer (customer_id)) engine=InnoDB default charset=utf8;
        create table customer_consents (id int not null auto_increment primary key,
          customer_id int not null, consent_type varchar(40) not null,
          is_granted tinyint(1) not null default 0, legal_basis varchar(40), purpose text);
        insert into users (name) values ('Zoé');
        insert into customers (name, email) values ('Camille', ''), ('Noah', null);
        insert into work_orders (claim_number, customer_id) values ('WO-1', 1), ('WO-2', null);
        insert into customer_consents (customer_id, consent_type) values
          (1, 'email_marketing'), (1, 'cookies');
        insert into customer_activity
          (customer_id, activity_type, title, reference_id, reference_table, metadata, actor_id,
           created_at) values
          (1, 'note', 'Été', 1, 'work_orders', '{"canal":"téléphone"}', 1, '2024-07-15 12:00:00'),
          (1, 'meeting', 'Rencontre', null, null, null, 99, '2024-07-15 12:00:01'),
          (1, 'create', 'Création', 7, 'ancienne_table', 'pas du json', null, '2024-07-15 12:00:02'),
          (2, 'Note', 'Casse', 3, null, '[1]', null, '2024-07-15 12:00:03'),
          (2, 'zorglub', 'Inconnu', null, 'work_orders', '{}', null, '2024-07-15 12:00:04'),
          (404, 'call', 'Orphelin', 55, 'work_orders', 'pas du json', null, '2024-07-15 12:00:05');
        """);
  }

  /**
   * A host that ran the brief's own script: local wall-clock times, a key and a type that are null.
   */
  public static void brief(TestDatabase database) {
    database.script(
        """
        create table customers (id int not null auto_increment primary key,
          name varchar(255) not null);
        insert into customers (name) values ('Camille');
        create table customer_activity (
          id INT AUTO_INCREMENT PRIMARY KEY,
          customer_id INT NOT NULL,
          activity_type ENUM('workorder', 'invoice', 'payment', 'quote', 'email', 'sms', 'call',
            'document', 'appointment', 'note', 'consent', 'vehicle_added', 'system'),
          reference_id INT,
          reference_table VARCHAR(50),
          title VARCHAR(255) NOT NULL,
          description TEXT,
          metadata JSON,
          actor_id INT,
          actor_type ENUM('user', 'system', 'customer'),
          created_at DATETIME DEFAULT CURRENT_TIMESTAMP
        );
        insert into customer_activity (customer_id, activity_type, title, created_at) values
          (1, 'note', 'été', '2024-07-15 12:00:00'),
          (1, 'note', 'hiver', '2024-01-15 12:00:00'),
          (1, 'note', 'heure sautée', '2024-03-10 02:30:00'),
          (1, 'note', 'juste après', '2024-03-10 03:00:00'),
          (1, 'note', 'heure doublée', '2024-11-03 01:30:00'),
          (1, 'note', 'retour à la normale', '2024-11-03 02:00:00'),
          (1, null, 'sans type ni date', null);
        """);
  }
}
