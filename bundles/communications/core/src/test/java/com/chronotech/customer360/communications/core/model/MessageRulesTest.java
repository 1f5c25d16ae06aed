package com.chronotech.customer360.communications.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.BounceReport.Kind;
import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(30), Duration.ofHours(4), 12);

  @Property
  void waitsGrowToALimitAFifthMoreOrLess(
      @ForAll @IntRange(min = 1, max = 1000) int made,
      @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
    Duration wait = BACK_OFF.after(made, random);
    assertThat(wait).isBetween(Duration.ofSeconds(24), Duration.ofMinutes(288));
    Duration middle = BACK_OFF.after(made, 0.5);
    assertThat(BACK_OFF.after(made + 1, 0.5)).isGreaterThanOrEqualTo(middle);
  }

  @Test
  void theFirstWaitsDoubleAndTheLastTryIsTheLast() {
    assertThat(BACK_OFF.after(1, 0.5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(BACK_OFF.after(4, 0.5)).isEqualTo(Duration.ofMinutes(4));
    assertThat(BACK_OFF.triesAgain(11)).isTrue();
    assertThat(BACK_OFF.triesAgain(12)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.ca",
        "zoé@b.ca",
        "a b@c.ca",
        "a@b",
        "@b.ca",
        "a@b.ca\nBcc: x@y.ca",
        "a@b..ca",
        "a@b.ca,c@d.ca",
        "\"a\"@b.ca",
        "a.@b.ca"
      })
  void oneSoundAddressAndNothingElse(String text) {
    assertThat(MailAddress.of(text).isPresent()).isEqualTo(text.equals("a@b.ca"));
  }

  @Test
  void addressesAreMaskedForTheEye() {
    assertThat(MailAddress.masked("zoe@example.ca")).isEqualTo("z•••@example.ca");
    assertThat(MailAddress.maskedNumber("+15145550199")).isEqualTo("•••99");
  }

  @Test
  void everyCommercialMessageCarriesIdentityMailingAddressAndAContact() {
    Sender sender = new Sender("Garage <1>", "12, rue Principale", "418 555-0100");
    assertThat(sender.complete()).isTrue();
    assertThat(new Sender("Garage", " ", "418 555-0100").complete()).isFalse();
    assertThat(sender.footer(Locale.CANADA_FRENCH, "https://x/u"))
        .contains("Garage <1>", "12, rue Principale", "418 555-0100", "https://x/u")
        .contains("Pour ne plus recevoir ces messages\u00a0:");
    assertThat(sender.footerHtml(Locale.CANADA, "https://x/u?a=\"b\""))
        .contains("Garage &lt;1&gt;", "href=\"https://x/u?a=&quot;b&quot;\"")
        .contains("Receive no more of these messages");
  }

  @Test
  void aBounceSuppressesOnlyWhatItTellsOfTheAddress() {
    assertThat(BounceRules.suppresses(Kind.HARD, "5.1.1")).isTrue();
    assertThat(BounceRules.suppresses(Kind.HARD, null)).isTrue();
    assertThat(BounceRules.suppresses(Kind.HARD, "5.7.1")).isFalse();
    assertThat(BounceRules.suppresses(Kind.SOFT, "5.1.1")).isFalse();
    assertThat(BounceRules.suppresses(Kind.COMPLAINT, null)).isTrue();
    assertThat(BounceRules.kind("failed", "5.2.2")).isEqualTo(Kind.SOFT);
    assertThat(BounceRules.kind("failed", "5.1.1")).isEqualTo(Kind.HARD);
    assertThat(BounceRules.kind("delivered", "2.0.0")).isNull();
  }

  @Test
  void htmlOfPlainTextEscapesAndKeepsItsLines() {
    assertThat(PlainHtml.of("a < b\r\nc\r\n\r\nd & e"))
        .isEqualTo("<p>a &lt; b<br>c</p>\n<p>d &amp; e</p>\n");
  }
}
