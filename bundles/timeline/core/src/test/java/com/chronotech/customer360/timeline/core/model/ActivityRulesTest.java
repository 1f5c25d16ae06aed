package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityRulesTest {
  private final ActivityRules rules = new ActivityRules(Storable.everything());

  private static NewActivity.Builder activity(String title) {
    return NewActivity.of(7, ActivityType.NOTE, title);
  }

  private List<String> codes(NewActivity activity) {
    return rules.violations(activity).stream()
        .map(found -> found.field() + ":" + found.code())
        .toList();
  }

  @Test
  void takesWhatIsAtTheLimits() {
    NewActivity largest =
        activity("é".repeat(254) + "😀")
            .description("d".repeat(65_535))
            .metadata("{\"a\":\"" + "m".repeat(65_536 - 8) + "\"}")
            .reference("work_orders", 1)
            .actor(ActorType.USER, 1L)
            .occurredAt(Storable.LATEST)
            .idempotencyKey("k".repeat(120))
            .build();
    assertThat(codes(largest)).isEmpty();
  }

  @Test
  void tellsEveryFaultAtOnce() {
    NewActivity bad =
        NewActivity.of(0, ActivityType.NOTE, " ")
            .description("\u0000")
            .metadata("[1]")
            .actor(null, -1L)
            .reference("work orders; drop table", 0)
            .occurredAt(Instant.parse("1969-12-31T23:59:59.999999Z"))
            .idempotencyKey(" k")
            .build();
    assertThat(codes(bad))
        .containsExactly(
            "customer_id:timeline.customer_id",
            "title:timeline.title_blank",
            "description:timeline.control_character",
            "metadata:timeline.metadata_not_an_object",
            "actor_type:timeline.actor_type",
            "actor_id:timeline.actor_id",
            "reference_table:timeline.reference_table",
            "reference_id:timeline.reference_id",
            "created_at:timeline.created_at",
            "idempotency_key:timeline.idempotency_key");
  }

  @Test
  void measuresATitleInCharactersAndADescriptionInBytes() {
    assertThat(codes(activity("😀".repeat(255)).build())).isEmpty();
    assertThat(codes(activity("x".repeat(256)).build()))
        .containsExactly("title:timeline.title_too_long");
    assertThat(codes(activity("t").description("é".repeat(32_768)).build()))
        .containsExactly("description:timeline.description_too_long");
    assertThat(codes(activity("t").description("é".repeat(32_767)).build())).isEmpty();
  }

  @Test
  void layoutBelongsIntoADescriptionAndNotIntoATitle() {
    assertThat(codes(activity("t").description("a\n\tb\r\n").build())).isEmpty();
    assertThat(codes(activity("a\nb").build())).containsExactly("title:timeline.control_character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void refusesHalvesOfCharacters(String text) {
    assertThat(codes(activity("t" + text).build()))
        .containsExactly("title:timeline.lone_surrogate");
  }

  @Test
  void aThreeByteTableRefusesEmojiInTextAndEscapesThemInMetadata() {
    ActivityRules old = new ActivityRules(new Storable(false, false, Storable.TIMESTAMP_END));
    List<Violation> found = new ArrayList<>();
    old.check(activity("😀").build(), "", found);
    assertThat(found).extracting(Violation::code).containsExactly("timeline.four_byte_character");

    found.clear();
    NewActivity stored = old.check(activity("é").metadata("{\"é\":\"😀\"}").build(), "", found);
    assertThat(found).isEmpty();
    assertThat(stored.metadata()).isEqualTo("{\"é\":\"\\ud83d\\ude00\"}");

    found.clear();
    old.check(activity("t").occurredAt(Instant.parse("2038-01-20T00:00:00Z")).build(), "", found);
    assertThat(found).extracting(Violation::code).containsExactly("timeline.created_at");
  }

  @Test
  void storesTimesToTheMicrosecondAndMetadataWithoutBlanks() {
    NewActivity stored =
        rules.check(
            activity("t")
                .occurredAt(Instant.parse("2026-01-01T00:00:00.123456789Z"))
                .metadata(" { \"b\" : 1 , \"a\" : [ ] } ")
                .build(),
            "",
            new ArrayList<>());
    assertThat(stored.occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    assertThat(stored.metadata()).isEqualTo("{\"b\":1,\"a\":[]}");
  }

  @Test
  void refusesMetadataTooLargeToRead() {
    assertThat(codes(activity("t").metadata("{" + " ".repeat(600_000) + "}").build()))
        .containsExactly("metadata:timeline.metadata_too_long");
    assertThat(codes(activity("t").metadata("{\"a\":\"" + "m".repeat(70_000) + "\"}").build()))
        .containsExactly("metadata:timeline.metadata_too_long");
  }

  @Test
  void namesTheFieldWithinABatchAndSpeaksBothLanguages() {
    List<Violation> found = new ArrayList<>();
    rules.check(activity("").build(), "activities[3].", found);
    Violation blank = found.get(0);
    assertThat(blank.field()).isEqualTo("activities[3].title");
    assertThat(blank.message().in(Locale.CANADA_FRENCH))
        .isEqualTo("Le titre ne doit pas être vide.");
    assertThat(blank.message().in(Locale.CANADA)).isEqualTo("The title must not be blank.");
  }
}
