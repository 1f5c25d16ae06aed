package com.chronotech.customer360.itests.database.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.SearchNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.core.search.IndexPass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The index keeps up: with the host, with what we write, and after a kill. */
class IndexTest {

  @EveryServer
  void keepsUpWithTheHost(TestDatabase database) {
    Town town = new Town(database, 3);
    try (TestPlatform platform = SearchTest.town(database, town, 40);
        SearchNode node = new SearchNode(platform)) {
      database.update(
          "update customers set created_at = now() - interval 1 day,"
              + " updated_at = now() - interval 1 day");
      IndexPass pass = node.pass(10);
      CustomerPage early = node.search().search("tremblay", null, 5);
      assertThat(early.complete()).isFalse();
      assertThat(early.percent()).isZero();
      resumes(node);
      assertThat(node.search().state().complete()).isTrue();

      database.update("update customers set name = 'Wilhelmine Änderung' where id = 7");
      pass.round(() -> false);
      assertThat(ids(node, "wilhelmine anderung")).containsExactly(7L);
      assertThat(node.search().search("wilhelmine", null, 1).complete()).isTrue();

      // what changed before the last look, by a transaction that was slow to commit
      database.update(
          "update customers set name = 'Ottokar', updated_at = now() - interval 4 minute"
              + " where id = 8");
      platform.clock().runAhead(Duration.ofSeconds(30));
      pass.round(() -> false);
      assertThat(ids(node, "ottokar")).containsExactly(8L);

      vehiclesAndDeletionsAreFoundByAPassOverEverything(database, node, pass);
      ourOwnWritesShowAtOnce(platform, node);
      readsManyAsEach(node);
    }
  }

  /** A pass that is killed in its midst goes on where it was. */
  private static void resumes(SearchNode node) {
    AtomicInteger looks = new AtomicInteger();
    node.pass(10).round(() -> looks.incrementAndGet() > 2);
    CustomerPage midway = node.search().search("tremblay", null, 5);
    assertThat(midway.complete()).isFalse();
    assertThat(midway.percent()).isEqualTo(50);
    assertThat(node.search().state().running()).isTrue();
    node.pass(10).round(() -> false);
  }

  private static void vehiclesAndDeletionsAreFoundByAPassOverEverything(
      TestDatabase database, SearchNode node, IndexPass pass) {
    database.update("update vehicles set license_plate = 'ZZZ 999' where customer_id = 9");
    database.update("delete from customers where id = 10");
    pass.round(() -> false);
    assertThat(ids(node, "zzz999")).isEmpty();
    pass.begin();
    assertThat(node.search().state().running()).isTrue();
    pass.round(() -> false);
    assertThat(node.search().state().running()).isFalse();
    assertThat(ids(node, "ZZZ-999")).containsExactly(9L);
    assertThat(database.number("select count(*) from c360_search_term where customer_id = 10"))
        .isZero();
  }

  private static void ourOwnWritesShowAtOnce(TestPlatform platform, SearchNode node) {
    platform
        .transactions()
        .run(
            () -> {
              node.records()
                  .insert(
                      11, RecordKind.VEHICLE, Map.of("license_plate", "QQQ 111", "make", "Kia"));
              node.search().refresh(11);
              assertThat(ids(node, "qqq 111")).containsExactly(11L);
            });
    assertThat(ids(node, "qqq 111")).containsExactly(11L);
    try {
      platform
          .transactions()
          .run(
              () -> {
                node.records().insert(12, RecordKind.VEHICLE, Map.of("license_plate", "QQQ 222"));
                node.search().refresh(12);
                throw new IllegalStateException("undone");
              });
    } catch (IllegalStateException undone) {
      assertThat(undone).hasMessage("undone");
    }
    assertThat(ids(node, "qqq 222")).isEmpty();
    assertThat(node.search().search("qqq", null, 5).customers())
        .allMatch(one -> one.matched().kind().equals("plate"));
  }

  private static void readsManyAsEach(SearchNode node) {
    for (RecordKind kind : List.of(RecordKind.VEHICLE, RecordKind.CONTACT)) {
      Map<Long, Object> each = new HashMap<>();
      List<Long> ids = new ArrayList<>();
      for (long id = 1; id <= 45; id++) {
        ids.add(id);
        if (!node.records().list(id, kind).isEmpty()) {
          each.put(id, node.records().list(id, kind));
        }
      }
      assertThat(node.records().lists(ids, kind)).isEqualTo(each).isNotEmpty();
    }
  }

  private static List<Long> ids(SearchNode node, String text) {
    return SearchTest.walk(cursor -> node.search().search(text, cursor, 50), () -> {});
  }
}
