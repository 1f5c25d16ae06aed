package com.chronotech.customer360.profile.core.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.profile.core.segment.model.FactName;
import com.chronotech.customer360.profile.core.segment.model.Facts;
import com.chronotech.customer360.profile.core.segment.model.Why;
import com.chronotech.customer360.timeline.ActivityType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLanguageTest {
  private static final RuleLanguage LANGUAGE = new RuleLanguage();

  private static final Facts ZOE =
      new Facts(
          7,
          Map.of(
              FactName.CITY,
              "Montréal",
              FactName.LANGUAGE,
              "fr-CA",
              FactName.PRIVACY_LEVEL,
              "normal",
              FactName.TAX_EXEMPT,
              false,
              FactName.IS_ACTIVE,
              true,
              FactName.LABELS,
              List.of("VIP", "Flotte"),
              FactName.CUSTOMER_AGE_DAYS,
              400L,
              FactName.VEHICLES,
              2L),
          Map.of(ActivityType.INVOICE, 12L),
          Map.of(ActivityType.INVOICE, 30L));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "city == 'montreal' ; true",
        "city == 'MONTRÉAL' ; true",
        "city != 'Laval' ; true",
        "city =^ 'mont' ; true",
        "city =$ 'réal' ; true",
        "city !^ 'mont' ; false",
        "city =~ ['Laval', 'montreal'] ; true",
        "city !~ ['Laval'] ; true",
        "province == null ; true",
        "province != null ; false",
        "province == 'QC' ; false",
        "province != 'QC' ; true",
        "province =~ ['QC'] ; false",
        "'vip' =~ labels ; true",
        "'x' =~ labels ; false",
        "'x' !~ labels ; true",
        "is_active and not tax_exempt ; true",
        "tax_exempt == false ; true",
        "total('invoice') >= 12 ; true",
        "total('quote') == 0 ; true",
        "total('invoice') + 2 * total('quote') - 1 > 10 ; true",
        "days_since('invoice') <= 30 ; true",
        "days_since('quote') <= 30 ; false",
        "days_since('quote') > 30 ; false",
        "not (days_since('quote') > 30) ; true",
        "days_since('quote') == null ; true",
        "days_since('invoice') != null && days_since('invoice') < 31 ; true",
        "customer_age_days > 365 or vehicles > 5 ; true",
        "vehicles == 2 && (city == 'Laval' || language =^ 'fr') ; true",
        "-1 < vehicles ; true",
        "vehicles lt 3 ; true",
        "true ; true"
      })
  void answersAsWritten(String condition, boolean met) {
    RuleLanguage.Read read = LANGUAGE.read(condition);
    assertThat(read.faults()).as(condition).isEmpty();
    assertThat(read.rule().ask(ZOE).met()).as(condition).isEqualTo(met);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new('java.lang.String', 'x') == 'x'",
        "new java.lang.String('x') == 'x'",
        "city = 'Laval'",
        "city += 'x'",
        "vehicles++ > 1",
        "while (true) { 1 }",
        "for (x : labels) { x }",
        "do { 1 } while (true)",
        "if (is_active) { true }",
        "() -> true",
        "x -> x",
        "function(x) { x }",
        "var x = 1",
        "let x = 1",
        "const x = 1",
        "return true",
        "city.length() > 2",
        "city.class != null",
        "''.class.forName('java.lang.Runtime') != null",
        "city['class'] != null",
        "labels[0] == 'VIP'",
        "city?.class == null",
        "`${city}` == 'x'",
        "city =~ '.*(a+)+$'",
        "city =~ ~/a/",
        "~/a/ =~ city",
        "1..1000000000 =~ vehicles",
        "vehicles =~ (1..1000000000)",
        "is_active ? true : false",
        "is_active ?: true",
        "city ?? 'x' == 'x'",
        "size(city) > 2",
        "empty(city)",
        "empty city",
        "java:lang('x') == 1",
        "#pragma jexl.import java.lang\ntrue",
        "import java.lang",
        "@silent true",
        "$0 == 1",
        "#0 == 1",
        "{'a': 1} == null",
        "{1, 2} =~ vehicles",
        "['a', ...] =~ city",
        "vehicles & 1 == 1",
        "vehicles << 2 > 1",
        "vehicles instanceof Integer",
        "true; true",
        "{ true }",
        "throw 'x'",
        "try { true } finally { }",
        "total('invoice').intValue() > 1",
        "total == 3",
        "exec('x')",
        "vehicles / 2 > 1",
        "vehicles % 2 == 1",
        "unknown_name == 1",
        "System == null",
        "context == null",
        "total('nothing') > 1",
        "total('system') > 1",
        "total('consent') > 1",
        "total(city) > 1",
        "total() > 1",
        "total('invoice', 'quote') > 1",
        "days_since('quote') + 1 > 2",
        "city > 'a'",
        "city == 3",
        "vehicles == 'x'",
        "vehicles == null",
        "labels == 'VIP'",
        "labels =~ city",
        "'VIP' =~ city",
        "city =~ [1, 2]",
        "city =~ [['a']]",
        "vehicles =~ ['a']",
        "city",
        "vehicles",
        "null",
        "not city",
        "city and is_active",
        "",
        "   ",
        "city == 'Laval",
        "((is_active)",
        "is_active)"
      })
  void refusesWhatIsNoSoundCondition(String condition) {
    RuleLanguage.Read read = LANGUAGE.read(condition);
    assertThat(read.rule()).as(condition).isNull();
    assertThat(read.faults()).as(condition).isNotEmpty();
    for (var fault : read.faults()) {
      assertThat(fault.field()).isEqualTo("expression");
      assertThat(fault.code()).startsWith("profile.rule_");
      assertThat(fault.message().in(Locale.CANADA_FRENCH)).doesNotContain("{0}").isNotBlank();
      assertThat(fault.message().in(Locale.CANADA)).doesNotContain("{0}").isNotBlank();
    }
  }

  @Test
  void saysEveryFaultWithItsPlace() {
    var faults = LANGUAGE.read("city == 3 and\n  colour == 'red' and total('x') > 1").faults();
    assertThat(faults)
        .extracting(fault -> fault.code())
        .containsExactly(
            "profile.rule_not_comparable",
            "profile.rule_unknown_name",
            "profile.rule_activity_type");
    assertThat(faults.get(1).message().in(Locale.CANADA)).contains("Line 2, column 3", "colour");
  }

  @Test
  void isBounded() {
    assertThat(LANGUAGE.read("is_active or ".repeat(200) + "is_active").faults()).isNotEmpty();
    assertThat(LANGUAGE.read("(".repeat(900) + "true" + ")".repeat(900)).faults()).isNotEmpty();
    assertThat(LANGUAGE.read("!".repeat(1990) + "true").faults()).isNotEmpty();
    assertThat(LANGUAGE.read("city =~ ['" + "a','".repeat(450) + "a']").faults()).isNotEmpty();
  }

  @Test
  void keepsWhatItRead() {
    Rule rule = LANGUAGE.read("total('invoice') > 3 and ('VIP' =~ labels or city == 'x')").rule();
    Rule.Answer answer = rule.ask(ZOE);
    assertThat(answer.read().keySet()).containsExactly("total('invoice')", "labels");
    assertThat(Why.json(rule.source(), answer.read()))
        .endsWith("\"facts\":{\"total('invoice')\":12,\"labels\":[\"VIP\",\"Flotte\"]}}");
    assertThat(Why.said(answer.read())).isEqualTo("total('invoice') = 12, labels = VIP + Flotte");
    assertThat(rule.needs().profiling()).isTrue();
    assertThat(LANGUAGE.read("vehicles > 1").rule().needs().profiling()).isFalse();
  }

  @Property(tries = 2000)
  void neverThrows(@ForAll @StringLength(max = 60) String text) {
    RuleLanguage.Read read = LANGUAGE.read(text);
    assertThat(read.rule() == null).isEqualTo(!read.faults().isEmpty());
  }
}
