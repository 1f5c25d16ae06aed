package com.chronotech.customer360.consents.core.receipt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {

  /** What another library writes is read as it was. */
  @Property(tries = 300)
  void readsWhatAnotherLibraryWrites(
      @ForAll Map<String, String> texts,
      @ForAll List<Integer> numbers,
      @ForAll boolean truth,
      @ForAll double fraction)
      throws JsonProcessingException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("texts", texts);
    object.put("numbers", numbers.stream().map(Integer::longValue).toList());
    object.put("mixed", Arrays.asList(truth, null, Map.of()));
    String json = new ObjectMapper().writeValueAsString(object);
    assertThat(PlainJson.object(json)).isEqualTo(object);
    Map<String, Object> number = PlainJson.object("{\"n\":" + fraction + "}");
    assertThat(((Number) number.get("n")).doubleValue()).isEqualTo(fraction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{}x",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":[1,]}",
        "{\"a\":nul}",
        "{a:1}"
      })
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> PlainJson.object(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 100_000})
  void refusesWhatNestsTooDeep(int depth) {
    String text = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    assertThatThrownBy(() -> PlainJson.object(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
