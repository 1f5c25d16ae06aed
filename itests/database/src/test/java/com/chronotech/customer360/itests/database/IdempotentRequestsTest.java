package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.core.idempotency.StoredRequests;
import com.chronotech.customer360.platform.idempotency.RequestKey;
import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A write that came with a key is done once, together with everything it wrote, or not at all. */
class IdempotentRequestsTest {
  private static final int THREADS = 32;
  private static final byte[] CONTENT = bytes("{\"a\":1}");

  @EveryServer
  void aRepeatIsAnsweredAsTheFirst(TestPlatform platform) {
    long customer = platform.newCustomer();
    StoredRequests requests = platform.idempotentRequests();
    RequestKey key = key("k");
    StoredAnswer first = requests.once(key, CONTENT, () -> recorded(platform, customer));
    StoredAnswer repeat = requests.once(key, CONTENT, IdempotentRequestsTest::unwanted);

    assertThat(repeat).isEqualTo(first);
    assertThat(repeat.location()).endsWith("/é😀");
    assertThat(repeat.privacyLevel()).isEqualTo("restreint");
    assertThat(activities(platform, customer)).isEqualTo(1);

    StoredAnswer bare = new StoredAnswer(204, null, null, null);
    RequestKey deletion = new RequestKey("ann", "DELETE", key.path(), "k");
    requests.once(deletion, new byte[0], () -> bare);
    assertThat(requests.once(deletion, new byte[0], IdempotentRequestsTest::unwanted))
        .isEqualTo(bare);
  }

  @EveryServer
  void aKeyIsOfOneCallerMethodPathAndContent(TestPlatform platform) {
    StoredRequests requests = platform.idempotentRequests();
    RequestKey key = key("k");
    requests.once(key, CONTENT, () -> answer("first"));

    for (RequestKey other :
        List.of(
            new RequestKey("bob", key.method(), key.path(), key.key()),
            new RequestKey(key.caller(), "PATCH", key.path(), key.key()),
            new RequestKey(key.caller(), key.method(), key.path() + "/2", key.key()),
            new RequestKey(key.caller(), key.method(), key.path(), "K"),
            // The same letters, cut elsewhere.
            new RequestKey("ann" + key.method(), "", key.path(), key.key()))) {
      assertThat(requests.once(other, CONTENT, () -> answer("other")).body()).isEqualTo("other");
    }
    assertThatThrownBy(
            () -> requests.once(key, bytes("{\"a\":2}"), IdempotentRequestsTest::unwanted))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
              assertThat(problem.code()).isEqualTo("request.idempotency_conflict");
            });
    assertThat(requests.once(key, CONTENT, IdempotentRequestsTest::unwanted).body())
        .isEqualTo("first");
  }

  @EveryServer
  void whatFailsLeavesNothing(TestPlatform platform) {
    long customer = platform.newCustomer();
    StoredRequests requests = platform.idempotentRequests();
    RequestKey key = key("k");
    Supplier<StoredAnswer> failing =
        () -> {
          recorded(platform, customer);
          throw new IllegalArgumentException("refused at the end");
        };
    assertThatThrownBy(() -> requests.once(key, CONTENT, failing))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(activities(platform, customer)).isZero();
    assertThat(platform.announced(customer)).isEmpty();

    // Other content is no conflict, since nothing was done.
    requests.once(key, bytes("{}"), () -> recorded(platform, customer));
    assertThat(activities(platform, customer)).isEqualTo(1);
  }

  /** The first attempts fail when others wait already: one of these goes on, the rest repeat it. */
  @EveryServer
  void racersOfTwoNodesAreAnsweredAlike(TestPlatform platform) {
    try (TestPlatform other = new TestPlatform(platform.database(), "node-2")) {
      for (int failures : new int[] {0, 3}) {
        long customer = platform.newCustomer();
        RequestKey key = key("race");
        AtomicInteger toFail = new AtomicInteger(failures);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<StoredAnswer>> racers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          TestPlatform node = i % 2 == 0 ? platform : other;
          racers.add(Threads.after(start, () -> race(node, key, customer, toFail)));
        }
        List<StoredAnswer> answers = new ArrayList<>(Threads.all(racers));

        assertThat(answers.stream().filter(answer -> answer.equals(FAILED))).hasSize(failures);
        answers.removeIf(answer -> answer.equals(FAILED));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(activities(platform, customer)).isEqualTo(1);
        assertThat(platform.announced(customer)).hasSize(1);
      }
    }
  }

  private static final StoredAnswer FAILED = new StoredAnswer(299, null, null, null);

  private static StoredAnswer race(
      TestPlatform node, RequestKey key, long customer, AtomicInteger toFail) {
    try {
      return node.idempotentRequests()
          .once(
              key,
              CONTENT,
              () -> {
                StoredAnswer done = recorded(node, customer);
                if (toFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  throw new IllegalArgumentException("not this one");
                }
                return done;
              });
    } catch (IllegalArgumentException e) {
      return FAILED;
    }
  }

  @EveryServer
  void afterADayAKeyIsNew(TestPlatform platform) {
    try (TestPlatform later = new TestPlatform(platform.database(), "node-2")) {
      StoredRequests requests = later.idempotentRequests();
      RequestKey key = key("k");
      requests.once(key, CONTENT, () -> answer("first"));

      later.clock().runAhead(Duration.ofHours(23).plusMinutes(59));
      assertThat(requests.once(key, CONTENT, IdempotentRequestsTest::unwanted).body())
          .isEqualTo("first");
      later.clock().runAhead(Duration.ofHours(24).plusSeconds(1));
      assertThat(requests.once(key, bytes("new"), () -> answer("second")).body())
          .isEqualTo("second");
      assertThat(requests.once(key, bytes("new"), IdempotentRequestsTest::unwanted).body())
          .isEqualTo("second");
    }
  }

  @EveryServer
  void whatIsPastItsTimeIsSwept(TestPlatform platform) {
    StoredRequests requests = platform.idempotentRequests();
    requests.sweep();
    platform
        .database()
        .script(
            "insert into c360_idempotency (request_key, content_hash, status, created_at)"
                + " select unhex(sha2(concat('old', a.n, '-', b.n), 256)), repeat('x', 32), 200,"
                + " utc_timestamp(6) - interval 25 hour from "
                + numbers("a", 35)
                + ", "
                + numbers("b", 35));
    RequestKey key = key("young");
    requests.once(key, CONTENT, () -> answer("kept"));

    assertThat(requests.sweep()).isEqualTo(35 * 35);
    assertThat(requests.sweep()).isZero();
    assertThat(requests.once(key, CONTENT, IdempotentRequestsTest::unwanted).body())
        .isEqualTo("kept");
  }

  @EveryServer
  void keysHaveTheirLength(TestPlatform platform) {
    StoredRequests requests = platform.idempotentRequests();
    for (String key : new String[] {"", "k".repeat(121)}) {
      assertThatThrownBy(() -> requests.once(key(key), CONTENT, IdempotentRequestsTest::unwanted))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.kind()).isEqualTo(ProblemException.Kind.REFUSED);
                assertThat(problem.violations()).hasSize(1);
                assertThat(problem.violations().get(0).field()).isEqualTo("Idempotency-Key");
              });
    }
    String longest = "😀".repeat(120);
    assertThat(requests.once(key(longest), CONTENT, () -> answer("long")).body()).isEqualTo("long");
  }

  private static StoredAnswer recorded(TestPlatform node, long customer) {
    long id =
        node.timeline()
            .record(NewActivity.of(customer, ActivityType.NOTE, "once").build())
            .activity()
            .id();
    return new StoredAnswer(201, "/" + id + "/é😀", "restreint", "{\"id\":" + id + "}");
  }

  private static StoredAnswer answer(String body) {
    return new StoredAnswer(200, null, null, body);
  }

  private static StoredAnswer unwanted() {
    throw new AssertionError("it was done before");
  }

  private static long activities(TestPlatform platform, long customer) {
    return platform
        .database()
        .number("select count(*) from customer_activity where customer_id = " + customer);
  }

  private static RequestKey key(String key) {
    return new RequestKey("ann", "POST", "customers/" + UUID.randomUUID(), key);
  }

  private static String numbers(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i == 0 ? "select 0 as n" : "select " + i)
        .reduce((one, two) -> one + " union all " + two)
        .map(all -> "(" + all + ") " + name)
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
