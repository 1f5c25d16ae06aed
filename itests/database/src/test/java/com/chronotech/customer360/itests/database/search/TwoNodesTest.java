package com.chronotech.customer360.itests.database.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.SearchNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes over one host make one index. */
class TwoNodesTest {

  /** Two nodes read the same host at the same time. */
  @EveryServer
  void isReadByOneNodeAtATime(TestDatabase database) throws Exception {
    Town town = new Town(database, 4);
    try (TestPlatform first = SearchTest.town(database, town, 120);
        TestPlatform second = new TestPlatform(database, "node-b");
        SearchNode one = new SearchNode(first);
        SearchNode other = new SearchNode(second)) {
      first.statements().takeMine();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        List<Callable<Integer>> reads = new ArrayList<>();
        for (SearchNode node : List.of(one, other)) {
          reads.add(
              () -> {
                AtomicInteger chunks = new AtomicInteger();
                node.pass(5)
                    .round(
                        () -> {
                          chunks.incrementAndGet();
                          return false;
                        });
                return chunks.get();
              });
        }
        for (Future<Integer> read : threads.invokeAll(reads)) {
          assertThat(read.get()).isPositive();
        }
      } finally {
        threads.shutdownNow();
      }
      long rows = database.number("select count(*) from c360_search_term");
      assertThat(one.search().state().complete()).isTrue();
      one.pass(50).begin();
      one.pass(50).round(() -> false);
      assertThat(database.number("select count(*) from c360_search_term")).isEqualTo(rows);
      for (int i = 0; i < 40; i++) {
        Town.Question question = town.question();
        List<Long> expected =
            town.people().stream().filter(question.meets()).map(Town.Person::id).toList();
        assertThat(SearchTest.walk(c -> other.search().search(question.text(), c, 100), () -> {}))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }
}
