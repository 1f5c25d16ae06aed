package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.ProfileService.Changed;
import com.chronotech.customer360.timeline.Activity;
import java.util.List;
import java.util.Map;

/** Segments in a column of text, in which a host wrote what is no JSON. */
class FoundSegmentsTest {

  @EveryServer
  void areShownAsTheyStandAndComeBackUnchanged(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      ProfileService profiles = host.node().profiles();
      Profile found = profiles.profile(1, null);
      assertThat(found.fields().segments()).isEmpty();
      assertThat(found.unreadable()).containsEntry(ProfileColumn.SEGMENTS, "VIP,Gold");
      profiles.change(ProfileChange.of(1).taxExempt(true).build());
      assertThat(stored(host, 1)).isEqualTo("VIP,Gold");

      Changed changed = profiles.change(ProfileChange.of(1).segments(List.of("été 🚗")).build());
      assertThat(changed.profile().fields().segments()).containsExactly("été 🚗");
      profiles.revert(1, changed.changes().id(), null);
      assertThat(stored(host, 1)).isEqualTo("VIP,Gold");
      assertThat(profiles.profile(3, null).fields().segments()).containsExactly("VIP");
    }
  }

  private static Object stored(ProfileHost host, long customer) {
    return host.database()
        .rows("select segments from customers where id = " + customer)
        .get(0)
        .get("segments");
  }

  @EveryServer
  void areToldWithoutLossWhereTheTimelineHoldsNoEmoji(DatabaseServer server) {
    String narrow =
        ProfileHost.OLDER
            + """
            create table customer_activity (id int not null auto_increment primary key,
              customer_id int not null, activity_type varchar(50) not null,
              title varchar(255) not null, description text, reference_id int,
              reference_table varchar(50), metadata longtext, actor_id int,
              created_at timestamp not null default current_timestamp) default charset=utf8;
            insert into customer_activity (customer_id, activity_type, title) values
              (1, 'note', 'a'), (2, 'note', 'b');
            """;
    try (ProfileHost host = ProfileHost.of(server, narrow, Map.of("copy_limit_rows", 1L))) {
      ProfileService profiles = host.node().profiles();
      profiles.change(ProfileChange.of(3).segments(List.of("🚗")).build());
      assertThat(profiles.profile(3, null).fields().segments()).containsExactly("🚗");
      Activity told = ProfileChangesTest.told(host.platform(), 3).get(0);
      assertThat(told.description()).isEqualTo("Segments\u00a0: (vide) → U+1F697");
      // an escape of JSON, which reads back as the same
      assertThat(told.metadata()).contains("\\ud83d\\ude97");
    }
  }
}
