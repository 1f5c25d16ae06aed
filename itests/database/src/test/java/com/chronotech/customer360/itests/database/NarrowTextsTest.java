package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.HostTables;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.util.List;
import java.util.Map;

/** A host's table of three-byte text that was too large to be converted. */
class NarrowTextsTest {

  @EveryServer
  void refuseWhatTheyCannotHoldAndKeepTheRest(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostTables.create(database);
      database.script(
          """
          create table customer_activity (id int not null auto_increment primary key,
            customer_id int not null, activity_type varchar(50) not null,
            title varchar(255) not null, description text, reference_id int,
            reference_table varchar(50), metadata longtext, actor_id int,
            created_at timestamp not null default current_timestamp) default charset=utf8;
          insert into customer_activity (customer_id, activity_type, title) values (1, 'note', 'a'),
            (2, 'note', 'b');
          """);
      TestSchema.adopt(database, Map.of("copy_limit_rows", 1L));
      try (TestPlatform platform = new TestPlatform(database, "narrow")) {
        Activity kept =
            platform
                .timeline()
                .record(
                    NewActivity.of(1, ActivityType.NOTE, "Été à 北京")
                        .description("où")
                        .metadata(Texts.json("naïf"))
                        .build())
                .activity();
        assertThat(kept.title()).isEqualTo("Été à 北京");
        for (NewActivity wide :
            List.of(
                NewActivity.of(1, ActivityType.NOTE, "🚗").description("🚗").build(),
                NewActivity.of(1, ActivityType.NOTE, "🚗")
                    .description("🚗")
                    .idempotencyKey("w")
                    .build())) {
          ProblemException refused =
              catchThrowableOfType(ProblemException.class, () -> platform.timeline().record(wide));
          assertThat(refused).isNotNull();
          assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
          assertThat(refused.violations())
              .extracting(Violation::field)
              .containsExactlyInAnyOrder("title", "description");
        }
        String emoji =
            platform
                .timeline()
                .record(
                    NewActivity.of(1, ActivityType.NOTE, "m").metadata(Texts.json("🚗")).build())
                .activity()
                .metadata();
        assertThat(Texts.valueOf(emoji)).isEqualTo("🚗");
        assertThat(database.number("select count(*) from customer_activity where title like '%?%'"))
            .isZero();
      }
    }
  }
}
