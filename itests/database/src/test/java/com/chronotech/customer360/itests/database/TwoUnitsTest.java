package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.store.TransactionEntityManagers;
import javax.persistence.EntityManagerFactory;

/** A host module's persistence unit and the timeline's, in two bundles, in one transaction. */
class TwoUnitsTest {

  private record Module(EntityManagerFactory factory, TransactionEntityManagers managers)
      implements AutoCloseable {
    static Module of(TestPlatform platform) {
      platform
          .database()
          .update(
              "create table if not exists host_jpa_note"
                  + " (id bigint primary key, customer_id bigint not null)");
      EntityManagerFactory factory = platform.entityManagerFactory("host-notes");
      return new Module(factory, platform.entityManagers(factory));
    }

    void write(long id, long customer) {
      managers.current().persist(new HostNote(id, customer));
    }

    @Override
    public void close() {
      factory.close();
    }
  }

  private static void assertStands(TestPlatform platform, long customer, long rows) {
    for (String table : new String[] {"host_jpa_note", "customer_activity", "c360_outbox"}) {
      assertThat(platform.rowsOf(table, customer)).as(table).isEqualTo(rows);
    }
  }

  private static void record(TestPlatform platform, long customer) {
    platform.timeline().log(customer, "note", "note", null, null, null, null);
  }

  @EveryServer
  void landTogether(TestPlatform platform) {
    long customer = platform.newCustomer();
    try (Module module = Module.of(platform)) {
      platform
          .transactions()
          .run(
              () -> {
                module.write(customer, customer);
                record(platform, customer);
              });
    }
    assertStands(platform, customer, 1);
  }

  /** The row is sent only when the transaction ends, and refused then. */
  @EveryServer
  void vanishTogetherWhenARowIsRefusedAtCommit(TestPlatform platform) {
    long customer = platform.newCustomer();
    try (Module module = Module.of(platform)) {
      platform.database().update("insert into host_jpa_note values (" + customer + ", 0)");
      assertThatThrownBy(
              () ->
                  platform
                      .transactions()
                      .run(
                          () -> {
                            record(platform, customer);
                            module.write(customer, customer);
                          }))
          .isInstanceOf(RuntimeException.class);
      assertStands(platform, customer, 0);
    }
  }

  @EveryServer
  void vanishTogetherWhenARowIsRefusedAtFlush(TestPlatform platform) {
    long customer = platform.newCustomer();
    try (Module module = Module.of(platform)) {
      platform.database().update("insert into host_jpa_note values (" + customer + ", 0)");
      assertThatThrownBy(
              () ->
                  platform
                      .transactions()
                      .run(
                          () -> {
                            record(platform, customer);
                            module.write(customer, customer);
                            module.managers().current().flush();
                          }))
          .isInstanceOf(RuntimeException.class);
      assertStands(platform, customer, 0);
    }
  }
}
