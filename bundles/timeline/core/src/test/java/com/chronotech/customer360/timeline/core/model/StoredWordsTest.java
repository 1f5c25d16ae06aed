package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.ActivityType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredWordsTest {

  @ParameterizedTest
  @CsvSource({
    "create,SYSTEM",
    "contact,NOTE",
    "meeting,APPOINTMENT",
    "work_order,WORKORDER",
    "' Call ',CALL",
    "vehicle_added,VEHICLE_ADDED",
    "quelconque,SYSTEM",
    "'',SYSTEM"
  })
  void readsWhatOlderHostsWrote(String stored, ActivityType type) {
    assertThat(StoredWords.type(stored)).isEqualTo(type);
  }

  @Test
  void aMissingTypeIsOfTheSystem() {
    assertThat(StoredWords.type(null)).isEqualTo(ActivityType.SYSTEM);
  }

  @Test
  void theThirteenMeanThemselves() {
    assertThat(Arrays.stream(ActivityType.values()))
        .allSatisfy(type -> assertThat(StoredWords.type(type.code())).isEqualTo(type));
  }

  @Test
  void metadataIsAlwaysAnObject() {
    assertThat(StoredWords.metadata("pas du \"json\"", false, "note"))
        .isEqualTo("{\"raw\":\"pas du \\\"json\\\"\"}");
    assertThat(StoredWords.metadata("[1]", true, "note")).isEqualTo("{\"raw\":\"[1]\"}");
    assertThat(StoredWords.metadata("{\"a\": 1}", false, "note")).isEqualTo("{\"a\": 1}");
    assertThat(StoredWords.metadata(" ", false, "note")).isNull();
    assertThat(StoredWords.metadata(null, true, null)).isNull();
  }

  @Test
  void theHostsOwnWordIsKept() {
    assertThat(StoredWords.metadata(null, true, "meeting"))
        .isEqualTo("{\"original_type\":\"meeting\"}");
    assertThat(StoredWords.metadata("{ }", true, "meeting"))
        .isEqualTo("{\"original_type\":\"meeting\"}");
    assertThat(StoredWords.metadata("{\"a\": {}} ", true, "meeting"))
        .isEqualTo("{\"a\": {},\"original_type\":\"meeting\"}");
    assertThat(StoredWords.metadata("{\"original_type\": \"x\"}", true, "meeting"))
        .isEqualTo("{\"original_type\": \"x\"}");
  }
}
