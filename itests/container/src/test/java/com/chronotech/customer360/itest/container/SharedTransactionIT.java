package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** One transaction across bundles and the host: all of it, or nothing. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SharedTransactionIT {

  /** No stream is waited for without end. */
  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;
  private TimelineService timeline;
  private Transactions transactions;
  private DataSource database;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(SharedTransactionIT.class);
    server.awaitReady();
    timeline = server.service(TimelineService.class, null);
    transactions = server.service(Transactions.class, null);
    database = server.service(DataSource.class, "(osgi.jndi.service.name=customer360)");
    transactions.<RuntimeException>run(
        () -> write("create table if not exists itest_row (name varchar(60) primary key)"));
  }

  @Test
  public void aCommitKeepsBoth() {
    transactions.<RuntimeException>run(() -> both("commit"));
    assertTrue(rowStands("commit") && activityStands("commit"));
  }

  @Test
  public void anExceptionUndoesBoth() {
    fails(
        () -> {
          both("exception");
          throw new IllegalStateException("the host changed its mind");
        });
    assertFalse(rowStands("exception") || activityStands("exception"));
  }

  @Test
  public void aNestedFailureThatIsCaughtStillUndoesAll() {
    fails(
        () -> {
          both("nested");
          try {
            transactions.<RuntimeException>run(
                () -> {
                  throw new IllegalStateException("inner");
                });
          } catch (IllegalStateException caught) {
            // The transaction is marked; going on as if nothing had happened must not commit.
          }
        });
    assertFalse(rowStands("nested") || activityStands("nested"));
  }

  @Test
  public void aTransactionOfItsOwnOutlivesTheOuterOne() {
    fails(
        () -> {
          both("outer");
          transactions.<Void, RuntimeException>requiresNew(
              () -> {
                both("inner");
                return null;
              });
          throw new IllegalStateException("outer");
        });
    assertTrue(rowStands("inner") && activityStands("inner"));
    assertFalse(rowStands("outer") || activityStands("outer"));
  }

  @Test
  public void aViolationOfTheHostsRowUndoesTheActivity() {
    transactions.<RuntimeException>run(() -> both("violated"));
    fails(
        () -> {
          record("after the violated one");
          write("insert into itest_row values ('violated')");
        });
    assertFalse(activityStands("after the violated one"));
  }

  @Test
  public void onceMarkedForRollbackPlainJdbcIsRefused() {
    fails(
        () -> {
          both("marked");
          try {
            transactions.<RuntimeException>run(
                () -> {
                  throw new IllegalStateException("inner");
                });
          } catch (IllegalStateException caught) {
            write("insert into itest_row values ('marked afterwards')");
          }
        });
    assertFalse(rowStands("marked") || rowStands("marked afterwards") || activityStands("marked"));
  }

  @Test
  public void aKilledConnectionUndoesAllAndHarmsNobodyElse() {
    fails(
        () -> {
          both("killed");
          long id = number("select connection_id()");
          transactions.<Void, RuntimeException>requiresNew(
              () -> {
                write("kill " + id);
                return null;
              });
          record("after the kill");
        });
    assertFalse(rowStands("killed") || activityStands("killed"));
    transactions.<RuntimeException>run(() -> both("after killed"));
    assertTrue(rowStands("after killed") && activityStands("after killed"));
  }

  private void fails(Transactions.Action<RuntimeException> action) {
    try {
      transactions.run(action);
    } catch (RuntimeException expected) {
      return;
    }
    fail("the transaction must not commit");
  }

  private void both(String name) {
    write("insert into itest_row values ('" + name + "')");
    record(name);
  }

  private void record(String title) {
    timeline.record(NewActivity.of(6, ActivityType.NOTE, title).build());
  }

  private void write(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long number(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean rowStands(String name) {
    return transactions.<Long, RuntimeException>required(
            () -> number("select count(*) from itest_row where name = '" + name + "'"))
        == 1;
  }

  private boolean activityStands(String title) {
    return timeline.page(TimelineQuery.of(6), PageRequest.number(1, 100)).activities().stream()
        .anyMatch(activity -> activity.title().equals(title));
  }
}
