package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.core.model.RecordedMessage.Entry;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Property
  void tokensComeBack(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long sequence,
      @ForAll @IntRange(min = 0, max = 999_999) int index) {
    EventToken part = new EventToken(sequence, index);
    assertThat(EventToken.parse(part.text())).contains(part);
    assertThat(EventToken.parse(EventToken.whole(sequence).text()))
        .contains(EventToken.whole(sequence));
    assertThat(part).isLessThan(EventToken.whole(sequence));
    assertThat(EventToken.whole(sequence)).isLessThan(new EventToken(sequence + 1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1-", "x", "1-2-3", "1 ", "99999999999999999999", "1;drop"})
  void otherTextIsNoToken(String text) {
    assertThat(EventToken.parse(text)).isEmpty();
  }

  @Property
  void messagesComeBack(@ForAll @Size(max = 50) List<@LongRange(min = 1) Long> ids) {
    RecordedMessage message =
        new RecordedMessage(ids.stream().map(id -> new Entry(id, id / 2 + 1)).toList());
    assertThat(RecordedMessage.parse(message.payload())).isEqualTo(message);
  }

  @Test
  void oneActivityNeedsNoIndex() {
    RecordedMessage one = new RecordedMessage(List.of(new Entry(1, 2)));
    assertThat(one.payload()).isEqualTo("{\"activities\":[[1,2]]}");
    assertThat(one.token(9, 0).text()).isEqualTo("9");
    RecordedMessage two = new RecordedMessage(List.of(new Entry(1, 2), new Entry(3, 2)));
    assertThat(two.token(9, 1).text()).isEqualTo("9-1");
    assertThat(RecordedMessage.parse("{\"activities\": [[1, 2], [3, 2]]}")).isEqualTo(two);
  }

  @Test
  void aLongOriginIsShortenedAndStaysApart() {
    String one = SourceKey.of("a".repeat(200) + "1", "k".repeat(120));
    String two = SourceKey.of("a".repeat(200) + "2", "k".repeat(120));
    assertThat(one).hasSize(190).isNotEqualTo(two);
    assertThat(SourceKey.of("host", "work_orders:123")).isEqualTo("host:work_orders:123");
    assertThat(SourceKey.of("host", null)).isNull();
  }

  @Test
  void wordsAreSearchedAsTheyAre() {
    assertThat(SearchWords.of("  frein  avant frein ")).containsExactly("frein", "avant");
    assertThat(SearchWords.pattern("100%_!")).isEqualTo("%100!%!_!!%");
    assertThat(SearchWords.searchable("a b c d e f g h i j k")).isFalse();
    assertThat(SearchWords.searchable("x".repeat(201))).isFalse();
    assertThat(SearchWords.searchable("\u0000")).isFalse();
  }
}
