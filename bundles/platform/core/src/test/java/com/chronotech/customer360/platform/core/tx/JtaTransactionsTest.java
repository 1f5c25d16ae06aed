package com.chronotech.customer360.platform.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.store.SerializationConflict;
import com.chronotech.customer360.platform.store.Sql;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.TransactionManager;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The container's own transaction manager over connections that write down what happens. */
class JtaTransactionsTest {
  private final RecordingPool pool = new RecordingPool();
  private final ConnectionPool connections = new ConnectionPool(Duration.ofMillis(50));
  private GeronimoTransactionManager manager;
  private EnlistingDataSource dataSource;
  private JtaTransactions transactions;

  @BeforeEach
  void begin() throws Exception {
    manager = new GeronimoTransactionManager();
    connections.offer(pool);
    dataSource = new EnlistingDataSource(manager, manager, connections);
    transactions = new JtaTransactions(manager, manager);
    // Its session is looked at here, so that the tests see only what they cause.
    dataSource.getConnection().close();
    pool.calls.clear();
  }

  @AfterEach
  void nothingStaysBehind() throws Exception {
    assertThat(manager.getTransaction()).isNull();
    assertThat(pool.open()).isZero();
    assertThat(connections.inUse()).isZero();
  }

  @Test
  void everyParticipantSharesOneConnectionThatCommitsOnce() throws Exception {
    transactions.run(
        () -> {
          Connection first = dataSource.getConnection();
          first.setAutoCommit(true);
          first.commit();
          first.close();
          transactions.run(
              () -> {
                try (Connection second = dataSource.getConnection()) {
                  assertThat(second).isSameAs(first);
                  assertThat(second.getAutoCommit()).isFalse();
                  second.rollback();
                }
              });
          assertThat(first.isClosed()).isFalse();
        });
    assertThat(ends()).containsExactly("c2.commit", "c2.close");
  }

  @Test
  void longWorkHasItsOwnLimitAndLeavesNoneToTheNext() {
    List<String> asked = new ArrayList<>();
    TransactionManager watched =
        (TransactionManager)
            Proxy.newProxyInstance(
                TransactionManager.class.getClassLoader(),
                new Class<?>[] {TransactionManager.class},
                (self, method, arguments) -> {
                  asked.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                  return method.invoke(manager, arguments);
                });
    JtaTransactions limited = new JtaTransactions(watched, manager);
    int answer =
        limited.requiredWithin(
            Duration.ofHours(1),
            () -> {
              limited.requiredWithin(Duration.ofHours(2), () -> 1);
              return 7;
            });
    assertThat(answer).isEqualTo(7);
    assertThat(asked)
        .containsExactly(
            "setTransactionTimeout 3600", "begin", "setTransactionTimeout 0", "commit");
    asked.clear();
    limited.run(() -> {});
    assertThat(asked).containsExactly("begin", "commit");
  }

  @Test
  void aFailureRollsBackAndComesOutAsItWas() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      dataSource.getConnection().close();
                      throw new IOException("mine");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(ends()).containsExactly("c2.rollback", "c2.close");
  }

  @Test
  void aSwallowedFailureOfAJoinedPartNeverCommits() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      dataSource.getConnection().close();
                      try {
                        transactions.run(
                            () -> {
                              throw new IOException("inner");
                            });
                      } catch (IOException swallowed) {
                        assertThatThrownBy(dataSource::getConnection)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("rollback-only");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(ends()).containsExactly("c2.rollback", "c2.close");
  }

  @Test
  void aTransactionOfItsOwnSuspendsTheOuterOne() throws Exception {
    transactions.run(
        () -> {
          Connection outer = dataSource.getConnection();
          transactions.requiresNew(
              () -> {
                assertThat(dataSource.getConnection()).isNotSameAs(outer);
                return null;
              });
          assertThat(dataSource.getConnection()).isSameAs(outer);
        });
    assertThat(ends()).containsExactly("c3.commit", "c3.close", "c2.commit", "c2.close");
  }

  @Test
  void aConflictAtCommitIsTriedAgainWhole() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    pool.failAtCommit(new SQLException("certification", "40001", 1213));
    int result =
        transactions.required(
            () -> {
              dataSource.getConnection().close();
              return runs.incrementAndGet();
            });
    assertThat(result).isEqualTo(2);
    assertThat(ends())
        .containsExactly("c2.commit", "c2.rollback", "c2.close", "c3.commit", "c3.close");
  }

  @Test
  void aConflictIsGivenUpAfterThreeRepetitions() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new SerializationConflict(new SQLException("deadlock", "40001", 1213));
                    }))
        .isInstanceOf(SerializationConflict.class);
    assertThat(runs).hasValue(4);
  }

  @Test
  void aConflictInAJoinedPartIsTheOuterOnesToRepeat() {
    AtomicInteger inner = new AtomicInteger();
    AtomicInteger outer = new AtomicInteger();
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      outer.incrementAndGet();
                      transactions.run(
                          () -> {
                            inner.incrementAndGet();
                            throw new SQLException("deadlock", "40001", 1213);
                          });
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(inner).hasValue(4);
    assertThat(outer).hasValue(4);
  }

  @Test
  void aConnectionLostAtCommitIsReportedAndNotRepeated() {
    AtomicInteger runs = new AtomicInteger();
    pool.failAtCommit(new SQLException("gone", "08S01"));
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      runs.incrementAndGet();
                      dataSource.getConnection().close();
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.UNAVAILABLE));
    assertThat(runs).hasValue(1);
  }

  @Test
  void actionsRunAfterTheCommitAndMayUseTransactions() throws Exception {
    List<String> order = new ArrayList<>();
    transactions.run(
        () -> {
          dataSource.getConnection().close();
          transactions.afterCommit(
              () -> {
                order.add("after");
                transactions.run(() -> order.add("own " + transactions.isActive()));
              });
          order.add("work");
        });
    assertThat(order).containsExactly("work", "after", "own true");
    transactions.afterCommit(() -> order.add("at once"));
    assertThat(order).endsWith("at once");
  }

  @Test
  void actionsDoNotRunAfterARollback() {
    List<String> order = new ArrayList<>();
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.afterCommit(() -> order.add("after"));
                      throw new IOException();
                    }))
        .isInstanceOf(IOException.class);
    assertThat(order).isEmpty();
  }

  @Test
  void aHostsOwnTransactionIsJoined() throws Exception {
    manager.begin();
    Connection host = dataSource.getConnection();
    transactions.run(() -> assertThat(dataSource.getConnection()).isSameAs(host));
    assertThat(ends()).isEmpty();
    manager.rollback();
    assertThat(ends()).containsExactly("c2.rollback", "c2.close");
  }

  @Test
  void plainSqlOutsideATransactionEndsItsOwn() throws Exception {
    Sql sql = new Sql(dataSource);
    sql.with(connection -> 1);
    assertThat(ends()).containsExactly("c2.rollback", "c2.close");
  }

  @Test
  void theLibraryEndsNothingInsideATransaction() throws Exception {
    Sql sql = new Sql(dataSource);
    transactions.run(() -> sql.with(connection -> 1));
    assertThat(ends()).containsExactly("c2.commit", "c2.close");
  }

  /** What ended connections; the first rollback of each belongs to the look at its new session. */
  private List<String> ends() {
    Set<String> looked = new HashSet<>();
    return pool.calls.stream()
        .filter(call -> !call.endsWith(".rollback") || !looked.add(call))
        .toList();
  }
}
