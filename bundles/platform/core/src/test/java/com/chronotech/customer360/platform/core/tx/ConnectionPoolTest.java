package com.chronotech.customer360.platform.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
  private final ConnectionPool pool = new ConnectionPool(Duration.ofSeconds(20));

  @Test
  void aBorrowerWaitsForTheNextPoolWhileTheOldOneIsWithdrawn() throws Exception {
    RecordingPool old = new RecordingPool();
    RecordingPool next = new RecordingPool();
    pool.offer(old);
    Connection running = pool.borrow();
    CompletableFuture<Boolean> withdrawal = CompletableFuture.supplyAsync(() -> withdraw(old));
    while (pool.inUse() != 0) {
      Thread.onSpinWait();
    }
    CompletableFuture<Connection> borrower = CompletableFuture.supplyAsync(this::borrow);
    assertThat(withdrawal).isNotDone();
    assertThat(running.isClosed()).isFalse();
    running.close();
    assertThat(withdrawal.get(10, TimeUnit.SECONDS)).isTrue();
    pool.offer(next);
    borrower.get(10, TimeUnit.SECONDS).close();
    assertThat(next.made()).isEqualTo(1);
    assertThat(old.open()).isZero();
  }

  @Test
  void aWithdrawalDoesNotWaitForEver() throws Exception {
    ConnectionPool impatient = new ConnectionPool(Duration.ofMillis(1));
    RecordingPool old = new RecordingPool();
    impatient.offer(old);
    try (Connection held = impatient.borrow()) {
      assertThat(impatient.withdraw(old)).isFalse();
      assertThat(held.isClosed()).isFalse();
    }
  }

  @Test
  void withoutAPoolTheDatabaseIsAway() {
    ConnectionPool empty = new ConnectionPool(Duration.ofMillis(1));
    assertThatThrownBy(empty::borrow)
        .isInstanceOf(SQLException.class)
        .matches(DatabaseFailures::isAway);
  }

  @Test
  void theWithdrawalOfAnOlderPoolLeavesTheNewOne() throws Exception {
    RecordingPool old = new RecordingPool();
    RecordingPool next = new RecordingPool();
    pool.offer(old);
    pool.offer(next);
    assertThat(pool.withdraw(old)).isTrue();
    pool.borrow().close();
    assertThat(next.made()).isEqualTo(1);
  }

  @Test
  void sessionsAreUtcAndStrictWhateverTheUrlSays() throws Exception {
    RecordingPool lax = new RecordingPool("SYSTEM", "NO_ENGINE_SUBSTITUTION");
    pool.offer(lax);
    pool.borrow().close();
    assertThat(lax.calls)
        .anyMatch(call -> call.contains("set session time_zone = '+00:00'"))
        .anyMatch(call -> call.contains("STRICT_TRANS_TABLES"));
  }

  @Test
  void aSessionThatIsAsItShouldBeIsLeftAlone() throws Exception {
    RecordingPool good = new RecordingPool();
    pool.offer(good);
    pool.borrow().close();
    assertThat(good.calls).noneMatch(call -> call.contains("set session"));
  }

  private boolean withdraw(RecordingPool old) {
    try {
      return pool.withdraw(old);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection borrow() {
    try {
      return pool.borrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
