package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineCommandsTest {

  private final TimelineFake timeline = new TimelineFake();

  @Test
  void aPageIsATableWithTheWayToTheNext() throws Exception {
    timeline.record(
        NewActivity.of(5, ActivityType.CALL, "Rappel").reference("invoices", 9).build());

    String printed = new Console().run(timelineOf(5));

    assertThat(printed)
        .contains("Titre", "call", "Rappel", "invoices 9", "Zoé", "1 activités sur 42.")
        .contains("customer360:timeline --cursor next 5")
        .as("no colours for scripts")
        .doesNotContain("\u001b");
  }

  @Test
  void aReferenceWithoutAnIdIsItsTable() throws Exception {
    timeline.record(
        NewActivity.of(5, ActivityType.NOTE, "Ancien").reference("work_orders", 0).build());

    assertThat(new Console().run(timelineOf(5)))
        .contains("work_orders")
        .doesNotContain("work_orders 0");
  }

  @Test
  void theSessionsLanguageIsSpoken() throws Exception {
    assertThat(new Console().speaking("en_CA.UTF-8").run(timelineOf(5))).contains("Title", "of 42");
    assertThat(new Console().speaking("C.UTF-8").run(timelineOf(5))).contains("Titre");
  }

  @Test
  void everyOptionReachesTheService() throws Exception {
    TimelineCommand command = timelineOf(5);
    command.types = List.of("note", "sms");
    command.from = "2026-01-31";
    command.to = "2026-02-01";
    command.words = "pneus";
    command.perPage = 3;
    command.cursor = "abc";

    new Console().run(command);

    assertThat(timeline.askedFor.types())
        .containsExactlyInAnyOrder(ActivityType.NOTE, ActivityType.SMS);
    assertThat(timeline.askedFor.from()).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(timeline.askedFor.to()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(timeline.askedFor.words()).isEqualTo("pneus");
    assertThat(timeline.askedPage.perPage()).isEqualTo(3);
    assertThat(timeline.askedPage.cursor()).isEqualTo("abc");
  }

  @Test
  void whatIsMistypedIsNamed() {
    TimelineCommand badType = timelineOf(5);
    badType.types = List.of("meeting");
    assertThatThrownBy(() -> new Console().speaking("en").run(badType))
        .isInstanceOf(CommandRefused.class)
        .hasMessage("meeting is not a type of activity.");

    TimelineCommand badDay = timelineOf(5);
    badDay.from = "31/01/2026";
    assertThatThrownBy(() -> new Console().run(badDay)).hasMessageContaining("31/01/2026");
  }

  @Test
  void jsonIsOneReadableValueWithMetadataInside() throws Exception {
    timeline.record(
        NewActivity.of(5, ActivityType.NOTE, "Émoji 🚗").metadata("{\"km\":12}").build());
    TimelineCommand command = timelineOf(5);
    command.json = true;

    JsonNode read = new ObjectMapper().readTree(new Console().run(command));

    assertThat(read.at("/activities/0/title").asText()).isEqualTo("Émoji 🚗");
    assertThat(read.at("/activities/0/metadata/km").asInt()).isEqualTo(12);
    assertThat(read.at("/activities/0/created_at").asText())
        .isEqualTo("2026-11-22T12:00:00.123456Z");
    assertThat(read.get("next_cursor").asText()).isEqualTo("next");
  }

  @Test
  void aStoredEscapeSequenceDoesNotReachTheTerminal() throws Exception {
    timeline.record(NewActivity.of(5, ActivityType.NOTE, "a\u001b]0;x\u0007b\nc").build());
    assertThat(new Console().run(timelineOf(5))).contains("a·]0;x·b·c");
  }

  @Test
  void anActivityIsRecordedWithAllThatWasTyped() throws Exception {
    RecordCommand command = recordNote();
    command.reference = "work_orders:12";
    command.at = "2026-01-31T13:45:00Z";
    command.metadata = "{}";

    assertThat(new Console().run(command)).contains("Activité 1 consignée.");
    assertThat(timeline.activities.get(0).reference().id()).isEqualTo(12);
    assertThat(timeline.activities.get(0).createdAt())
        .isEqualTo(Instant.parse("2026-01-31T13:45:00Z"));
  }

  @Test
  void aRepeatSaysSo() throws Exception {
    RecordCommand command = recordNote();
    command.key = "again";
    assertThat(new Console().run(command)).contains("déjà consignée");
  }

  @Test
  void anUnreadableReferenceOrInstantIsNamed() {
    RecordCommand reference = recordNote();
    reference.reference = "work_orders";
    assertThatThrownBy(() -> new Console().run(reference)).hasMessageContaining("work_orders:12");
    RecordCommand instant = recordNote();
    instant.at = "yesterday";
    assertThatThrownBy(() -> new Console().run(instant)).hasMessageContaining("yesterday");
  }

  @Test
  void totalsAreShownByType() throws Exception {
    TotalsCommand command = new TotalsCommand();
    command.timeline = timeline;
    command.customer = 5;
    assertThat(new Console().run(command)).containsSubsequence("call", "1", "note", "3");
    command.json = true;
    assertThat(new ObjectMapper().readTree(new Console().run(command)).get("note").asLong())
        .isEqualTo(3);
  }

  private TimelineCommand timelineOf(long customer) {
    TimelineCommand command = new TimelineCommand();
    command.timeline = timeline;
    command.customer = customer;
    return command;
  }

  private RecordCommand recordNote() {
    RecordCommand command = new RecordCommand();
    command.timeline = timeline;
    command.customer = 5;
    command.type = "note";
    command.title = "Bonjour";
    return command;
  }
}
