package com.chronotech.customer360.itests.database.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.SearchNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerFilter.Sort;
import com.chronotech.customer360.profile.FoundCustomer;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.Vehicle;
import java.util.List;

/** What is changed through the profile's services is found at once, without a background. */
class OwnWritesTest {

  @EveryServer
  void showAtOnce(TestDatabase database) {
    try (TestPlatform platform = SearchTest.town(database, new Town(database, 9), 20);
        SearchNode node = new SearchNode(platform)) {
      ProfileNode profile = new ProfileNode(platform);
      profile.watchers().addWatcher(node.watcher());
      node.pass(50).round(() -> false);

      long vehicle =
          profile
              .records()
              .vehicles()
              .add(
                  3,
                  RecordChange.of()
                      .set(Vehicle.MAKE, "Kia")
                      .set(Vehicle.LICENSE_PLATE, "QXZ 417")
                      .build())
              .record()
              .id();
      assertThat(found(node, "qxz-417")).containsExactly(3L);
      profile.records().vehicles().remove(3, vehicle, null);
      assertThat(found(node, "qxz-417")).isEmpty();

      assertThat(listed(node, new CustomerFilter("Fidèle", null, null, null, Sort.ID))).isEmpty();
      profile
          .profiles()
          .change(
              ProfileChange.of(4)
                  .segments(List.of("Fidèle"))
                  .privacyLevel("confidentiel")
                  .reason("essai")
                  .build());
      assertThat(listed(node, new CustomerFilter("fidèle", null, null, null, Sort.NAME)))
          .containsExactly(4L);
      assertThat(listed(node, new CustomerFilter(null, null, null, "confidentiel", Sort.ID)))
          .containsExactly(4L);
    }
  }

  private static List<Long> found(SearchNode node, String text) {
    return node.search().search(text, null, 50).customers().stream()
        .map(FoundCustomer::id)
        .toList();
  }

  private static List<Long> listed(SearchNode node, CustomerFilter filter) {
    return node.search().list(filter, null, 50).customers().stream()
        .map(FoundCustomer::id)
        .toList();
  }
}
