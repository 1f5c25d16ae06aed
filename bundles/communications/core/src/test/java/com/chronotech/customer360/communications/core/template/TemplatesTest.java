package com.chronotech.customer360.communications.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private final Renderer renderer = new Renderer();
  private final List<Violation> faults = new ArrayList<>();

  private Words fill(String text, String html, Map<String, Object> variables) {
    Map<String, Object> plain = new Variables(faults).plain(variables);
    return renderer.fill(new Text("Objet", text, html), plain, faults);
  }

  private List<String> codes() {
    return faults.stream().map(Violation::code).toList();
  }

  private static NewTemplate template(
      MessageClass messageClass, boolean promotional, Map<String, Text> texts) {
    return new NewTemplate("essai", Channel.EMAIL, messageClass, promotional, null, texts);
  }

  private static final Map<String, Text> FRENCH =
      Map.of("fr-CA", new Text("{{a}}", "{{#list}}{{b}}{{/list}}{{c.d}}", "{{^e}}x{{/e}}"));

  @Test
  void valuesAreFilledInAndEscapedInHtmlAlone() {
    Words words =
        fill(
            "{{name}} {{#lines}}{{what}}={{price}};{{/lines}}",
            "<i>{{name}}</i>",
            Map.of(
                "name",
                "<Zoé>",
                "lines",
                List.of(Map.of("what", "pneu", "price", new BigDecimal("1E+2")))));
    assertThat(faults).isEmpty();
    assertThat(words.text()).isEqualTo("<Zoé> pneu=100;");
    assertThat(words.html()).isEqualTo("<i>&lt;Zoé&gt;</i>");
  }

  @Test
  void aVariableThatIsMissingIsNamed() {
    assertThat(fill("{{name}} {{order.number}}", null, Map.of("order", Map.of()))).isNull();
    assertThat(faults).isNotEmpty();
    assertThat(faults.get(0).field()).isEqualTo("variables.name");
    assertThat(codes()).containsOnly("communications.variable_missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{name.class}}", "{{name.length}}", "{{name.bytes}}", "{{name.isEmpty}}"})
  void nothingOfAnObjectIsReached(String text) {
    assertThat(fill(text, null, Map.of("name", "Zoé"))).isNull();
    assertThat(codes()).containsExactly("communications.variable_missing");
  }

  @Test
  void onlyPlainValuesAreTaken() {
    fill("{{a}}", null, Map.of("a", Thread.currentThread()));
    assertThat(codes()).contains("communications.variable_not_plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{{a}}}", "{{&a}}", "{{>b}}", "{{=<% %>=}}", "{{<p}}", "{{$b}}"})
  void whatATemplateCouldBreakOutByIsBarred(String text) {
    renderer.names("text", text, faults);
    assertThat(codes()).containsExactly("communications.template_barred");
  }

  @Test
  void namesAreThoseOfTheTopLevelAndFaultsAreSaid() {
    TemplateRules.Checked checked =
        TemplateRules.check(template(MessageClass.COMMERCIAL, false, FRENCH), renderer, faults);
    assertThat(faults).isEmpty();
    assertThat(checked.variables()).containsExactlyInAnyOrder("a", "list", "c", "e");
    assertThat(checked.purpose()).isEqualTo(ConsentType.MARKETING_EMAIL);
    renderer.names("text", "{{#open}}", faults);
    assertThat(codes()).containsExactly("communications.template_unreadable");
  }

  @Test
  void aPromotionalLineMakesATransactionalTemplateCommercial() {
    assertThat(
            TemplateRules.check(
                    template(MessageClass.TRANSACTIONAL, true, FRENCH), renderer, faults)
                .messageClass())
        .isEqualTo(MessageClass.COMMERCIAL);
    assertThat(
            TemplateRules.check(
                    template(MessageClass.TRANSACTIONAL, false, FRENCH), renderer, faults)
                .purpose())
        .isNull();
  }

  @Test
  void frenchComesBeforeEnglish() {
    TemplateRules.check(
        template(MessageClass.TRANSACTIONAL, false, Map.of("en-CA", new Text("a\nb", " ", null))),
        renderer,
        faults);
    assertThat(codes())
        .containsExactlyInAnyOrder(
            "communications.french_first",
            "communications.subject_line",
            "communications.text_required");
  }
}
