package com.chronotech.customer360.timeline.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":[1,-2.5,1e3,true,false,null,\"x\"],\"b\":{\"c\":{}}}",
        "{\"n\":9223372036854775807,\"m\":0.1}",
        "{\"q\":\"\\\"\\\\\"}"
      })
  void keepsWhatIsCompactAlready(String text) throws Exception {
    assertThat(JsonText.compactObject(text, false)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pas du json|not_json",
        "''|not_json",
        "{|not_json",
        "{\"a\"}|not_json",
        "{\"a\":1,}|not_json",
        "{\"a\":01}|not_json",
        "{\"a\":1} x|not_json",
        "{\"a\":'x'}|not_json",
        "{\"a\":\"\\x\"}|not_json",
        "{\"a\":tru}|not_json",
        "[1]|not_an_object",
        "\"text\"|not_an_object",
        "{\"a\":1,\"a\":2}|duplicate_key",
        "{\"a\":\"\\ud83d\"}|lone_surrogate",
        "{\"a\":9223372036854775808}|number_too_precise",
        "{\"a\":0.12345678901234567891}|number_too_precise",
        "{\"a\":1e999}|number_too_precise",
        "{\"a\":NaN}|not_json",
        "{\"a\":1} {}|not_json",
        "{\"a\":[1|not_json",
        "{a:1}|not_json",
        "/* c */ {}|not_json",
        "{\"\\udc00\":1}|lone_surrogate"
      })
  void tellsWhatIsWrong(String text, String code) {
    assertThatThrownBy(() -> JsonText.compactObject(text, false))
        .isInstanceOfSatisfying(
            JsonText.Unfaithful.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void refusesNestingThatOneServerWouldNotTake() throws Exception {
    String deepest = "{\"a\":".repeat(30) + "1" + "}".repeat(30);
    assertThat(JsonText.compactObject(deepest, false)).isEqualTo(deepest);
    String deeper = "{\"a\":" + deepest + "}";
    assertThatThrownBy(() -> JsonText.compactObject(deeper, false)).hasMessage("too_deep");
    assertThat(JsonText.isObject(deeper)).isTrue();
  }

  @Test
  void takesLongNamesAndRefusesLongNumbersByName() throws Exception {
    String named = "{\"" + "n".repeat(60_000) + "\":1}";
    assertThat(JsonText.compactObject(named, false)).isEqualTo(named);
    String digits = "{\"a\":" + "1".repeat(5_000) + "}";
    assertThatThrownBy(() -> JsonText.compactObject(digits, false))
        .hasMessage("number_too_precise");
    assertThat(JsonText.isObject(digits)).isTrue();
    assertThat(JsonText.isObject("{\"a\":\"\\x\"}")).isFalse();
    assertThat(JsonText.isObject("{\"a\":{}")).isFalse();
    assertThat(JsonText.isObject("[{}]")).isFalse();
  }

  @Test
  void comparesMeaningAndNotSpelling() {
    assertThat(JsonText.sameValue("{\"a\":1.0,\"b\":[2]}", "{ \"b\":[2.00], \"a\":1 }")).isTrue();
    assertThat(JsonText.sameValue("{\"a\":\"1\"}", "{\"a\":1}")).isFalse();
    assertThat(JsonText.sameValue("{\"a\":null}", "{\"a\":\"null\"}")).isFalse();
    assertThat(JsonText.sameValue(null, "{}")).isFalse();
    assertThat(JsonText.sameValue(null, null)).isTrue();
  }

  @Property
  void anyTextComesBackFromItsQuotes(@ForAll String text) throws Exception {
    assertThat(new ObjectMapper().readValue(JsonText.quote(text), String.class)).isEqualTo(text);
  }
}
