package com.chronotech.customer360.itests.database.host;

import static com.chronotech.customer360.host.RecordKind.ADDRESS;
import static com.chronotech.customer360.host.RecordKind.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One contact and one address of a customer is primary, at most. */
class PrimaryRecordTest {
  private static final int THREADS = 16;

  /** With a key that is checked against the customer, and no index but that. */
  private static final String FLAGGED =
      """
      create table customer_contacts (id int not null auto_increment primary key,
        customer_id int not null, name varchar(255), is_primary tinyint(1) not null default 0,
        constraint fk_contact foreign key (customer_id) references customers (id)) engine=InnoDB;
      create table addresses (id int not null auto_increment primary key, customer_id int not null,
        label varchar(255), street varchar(255)) engine=InnoDB;
      """;

  private static List<Long> primaries(FoundHost host, long customer, RecordKind kind) {
    return host.records().list(customer, kind).stream()
        .filter(HostRecord::primary)
        .map(HostRecord::id)
        .toList();
  }

  private static List<Object> flags(FoundHost host) {
    return host
        .database()
        .rows("select id from customer_contacts where is_primary order by id")
        .stream()
        .map(row -> row.get("id"))
        .toList();
  }

  @EveryServer
  void theLatestWordHoldsAndTheHostsFlagFollows(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, FLAGGED)) {
      HostRecords records = host.records();
      long one = records.insert(1, CONTACT, Map.of("name", "Un", "is_primary", true));
      long two = records.insert(1, CONTACT, Map.of("name", "Deux", "is_primary", true));
      records.insert(2, CONTACT, Map.of("name", "D’un autre", "is_primary", true));
      assertThat(primaries(host, 1, CONTACT)).containsExactly(two);
      assertThat(flags(host)).hasSize(2).contains((int) two).doesNotContain((int) one);
      records.update(1, CONTACT, one, Map.of("is_primary", true));
      assertThat(primaries(host, 1, CONTACT)).containsExactly(one);
      assertThat(host.record(1, CONTACT, two).primary()).isFalse();
      assertThat(host.record(1, CONTACT, one).primary()).isTrue();
      records.update(1, CONTACT, one, Map.of("is_primary", false));
      assertThat(primaries(host, 1, CONTACT)).isEmpty();
      records.update(1, CONTACT, two, Map.of("is_primary", true));
      records.delete(1, CONTACT, two);
      assertThat(primaries(host, 1, CONTACT)).isEmpty();
      assertThat(primaries(host, 2, CONTACT)).hasSize(1);
    }
  }

  @EveryServer
  void theHostsOwnFlagsCountUntilSomebodySaysMore(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            FLAGGED
                + """
                insert into customer_contacts (customer_id, name, is_primary) values
                  (1, 'Un', 0), (1, 'Deux', 1), (1, 'Trois', 1);
                """)) {
      assertThat(primaries(host, 1, CONTACT)).containsExactly(2L);
      assertThat(host.record(1, CONTACT, 3).primary()).isFalse();
      host.records().update(1, CONTACT, 3, Map.of("is_primary", true));
      assertThat(primaries(host, 1, CONTACT)).containsExactly(3L);
      assertThat(flags(host)).containsExactly(3);
      // A screen of the host's flags another as well: what was said here stands.
      host.database().update("update customer_contacts set is_primary = 1 where id = 1");
      assertThat(primaries(host, 1, CONTACT)).containsExactly(3L);
      // It moves the flag: then it was changed there, later.
      host.database().update("update customer_contacts set is_primary = 0 where id = 3");
      assertThat(primaries(host, 1, CONTACT)).containsExactly(1L);
      assertThat(host.record(1, CONTACT, 3).primary()).isFalse();
      host.platform()
          .transactions()
          .run(
              () -> {
                assertThat(host.records().locked(1, CONTACT, 1).orElseThrow().primary()).isTrue();
                assertThat(host.records().locked(1, CONTACT, 3).orElseThrow().primary()).isFalse();
              });
    }
  }

  @EveryServer
  void whoeverRacesOneIsPrimary(DatabaseServer server) throws Exception {
    try (FoundHost host = FoundHost.with(server, FLAGGED);
        TestPlatform other = new TestPlatform(host.database(), "node-2")) {
      HostRecords there =
          TestSchema.records(other.dataSource(), other.transactions(), other.clock());
      for (RecordKind kind : List.of(CONTACT, ADDRESS)) {
        String name = kind == CONTACT ? "name" : "label";
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          HostRecords mine = i % 2 == 0 ? host.records() : there;
          String said = "nº " + i;
          work.add(
              () -> {
                long id = mine.insert(1, kind, Map.of(name, said, "is_primary", true));
                mine.update(1, kind, id, Map.of(name, said + " bis"));
                mine.update(1, kind, id, Map.of("is_primary", true));
                return id;
              });
        }
        race(work);
        assertThat(host.records().list(1, kind)).hasSize(THREADS);
        assertThat(primaries(host, 1, kind)).hasSize(1);
        assertThat(
                host.database()
                    .number(
                        "select count(*) from c360_primary where customer_id = 1 and kind = '"
                            + kind.code()
                            + "'"))
            .isEqualTo(1);
      }
      assertThat(flags(host)).containsExactly(primaries(host, 1, CONTACT).get(0).intValue());
    }
  }

  @EveryServer
  void writersOfDifferentCustomersDoNotMeet(DatabaseServer server) throws Exception {
    try (FoundHost host = FoundHost.with(server, FLAGGED)) {
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        long customer = host.platform().newCustomer();
        work.add(
            () -> {
              for (int round = 0; round < 5; round++) {
                long id =
                    host.records().insert(customer, CONTACT, Map.of("name", "Un", "mobile", "1"));
                host.records().update(customer, CONTACT, id, Map.of("is_primary", true));
                host.records().update(customer, CONTACT, id, Map.of("mobile", "2"));
              }
              return customer;
            });
      }
      for (long customer : race(work)) {
        assertThat(host.records().list(customer, CONTACT)).hasSize(5);
        assertThat(primaries(host, customer, CONTACT)).hasSize(1);
      }
    }
  }

  private static List<Long> race(List<Callable<Long>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      CyclicBarrier barrier = new CyclicBarrier(work.size());
      List<Future<Long>> running = new ArrayList<>();
      for (Callable<Long> one : work) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return one.call();
                }));
      }
      List<Long> results = new ArrayList<>();
      for (Future<Long> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
