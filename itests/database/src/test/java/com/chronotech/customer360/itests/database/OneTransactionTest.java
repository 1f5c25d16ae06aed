package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.HostNotes;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A host module's rows, the service's rows by JPA and by JDBC, and their event: all or nothing. */
class OneTransactionTest {

  private static final class Wanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What stands in the database after a test's work. */
  private record Standing(long host, long activities, long events) {
    static Standing of(TestPlatform platform, long customer) {
      return new Standing(
          HostNotes.count(platform, customer),
          platform.rowsOf("customer_activity", customer),
          platform.rowsOf("c360_outbox", customer));
    }
  }

  private static long record(TestPlatform platform, long customer) {
    return platform.timeline().log(customer, "note", "note", null, null, null, null);
  }

  private static void recordTwo(TestPlatform platform, long customer) {
    NewActivity activity = NewActivity.of(customer, ActivityType.CALL, "call").build();
    platform.timeline().recordAll(java.util.List.of(activity, activity));
  }

  @EveryServer
  void landsWhole(TestPlatform platform) throws SQLException {
    long customer = HostNotes.newCustomer(platform);
    platform
        .transactions()
        .<SQLException>run(
            () -> {
              HostNotes.write(platform, customer);
              record(platform, customer);
              recordTwo(platform, customer);
            });
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(1, 3, 2));
  }

  @EveryServer
  void vanishesWholeWithAnException(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          record(platform, customer);
                          HostNotes.write(platform, customer);
                          recordTwo(platform, customer);
                          throw new Wanted();
                        }))
        .isInstanceOf(Wanted.class);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
  }

  @EveryServer
  void seesItsOwnRowsAndNobodyElseDoes(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    platform
        .transactions()
        .run(
            () -> {
              record(platform, customer);
              assertThat(
                      platform
                          .timeline()
                          .page(TimelineQuery.of(customer), PageRequest.first())
                          .total())
                  .isEqualTo(1);
              assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
            });
    assertThat(Standing.of(platform, customer).activities()).isEqualTo(1);
  }

  @EveryServer
  void isJoinedByNestedWork(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          platform.transactions().run(() -> record(platform, customer));
                          HostNotes.write(platform, customer);
                          throw new Wanted();
                        }))
        .isInstanceOf(Wanted.class);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
  }

  @EveryServer
  void leavesRequiresNewAlone(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          HostNotes.write(platform, customer);
                          platform.transactions().requiresNew(() -> record(platform, customer));
                          throw new Wanted();
                        }))
        .isInstanceOf(Wanted.class);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 1, 1));
  }

  @EveryServer
  void cannotBeSavedAfterARefusalWithin(TestPlatform platform) throws SQLException {
    long customer = HostNotes.newCustomer(platform);
    Throwable swallowed =
        catchThrowable(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          HostNotes.write(platform, customer);
                          assertThatThrownBy(
                                  () ->
                                      platform
                                          .timeline()
                                          .log(customer, "note", "", null, null, null, null))
                              .isInstanceOf(ProblemException.class);
                          // Whoever joins now must not write into nothing without knowing it.
                          assertThatThrownBy(() -> HostNotes.write(platform, customer))
                              .isInstanceOf(SQLException.class);
                        }));
    assertThat(swallowed).isInstanceOf(IllegalStateException.class);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
    hostWritesLater(platform, customer);
  }

  /** The pool still works, and nothing of the transaction before clings to the connection. */
  private static void hostWritesLater(TestPlatform platform, long customer) throws SQLException {
    platform.transactions().<SQLException>run(() -> HostNotes.write(platform, customer));
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(1, 0, 0));
  }

  @EveryServer
  void vanishesWholeWhenTheDatabaseRefusesARow(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          record(platform, customer);
                          try (Connection connection = platform.dataSource().getConnection();
                              Statement statement = connection.createStatement()) {
                            statement.executeUpdate("insert into host_note values ('x', 'y')");
                          }
                        }))
        .isInstanceOf(SQLException.class);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
  }

  @EveryServer
  void vanishesWholeWithItsConnection(TestPlatform platform) throws SQLException {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          HostNotes.write(platform, customer);
                          platform.database().killConnections();
                          record(platform, customer);
                        }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.UNAVAILABLE));
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
    platform.renewConnections();
    hostWritesLater(platform, customer);
  }

  @EveryServer
  void failsLoudlyWhenTheConnectionDiesBeforeCommit(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    assertThatThrownBy(
            () ->
                platform
                    .transactions()
                    .<Exception>run(
                        () -> {
                          record(platform, customer);
                          platform.database().killConnections();
                        }))
        .isInstanceOf(RuntimeException.class);
    platform.renewConnections();
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 0, 0));
  }

  @EveryServer
  void usesOneConnection(TestPlatform platform) throws SQLException {
    long customer = HostNotes.newCustomer(platform);
    platform
        .transactions()
        .<SQLException>run(
            () -> {
              long first = connectionId(platform);
              record(platform, customer);
              recordTwo(platform, customer);
              assertThat(connectionId(platform)).isEqualTo(first);
              platform
                  .transactions()
                  .<Void, SQLException>requiresNew(
                      () -> {
                        assertThat(connectionId(platform)).isNotEqualTo(first);
                        return null;
                      });
            });
    Threads.await("every connection is given back", () -> platform.connectionsInUse() == 0);
  }

  private static long connectionId(TestPlatform platform) throws SQLException {
    try (Connection connection = platform.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("select connection_id()")) {
      rs.next();
      return rs.getLong(1);
    }
  }

  @EveryServer
  void commitsByItselfWhereNobodyBeganOne(TestPlatform platform) {
    long customer = HostNotes.newCustomer(platform);
    record(platform, customer);
    assertThat(Standing.of(platform, customer)).isEqualTo(new Standing(0, 1, 1));
  }
}
