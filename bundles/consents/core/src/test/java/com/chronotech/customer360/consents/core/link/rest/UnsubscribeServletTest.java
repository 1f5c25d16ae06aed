package com.chronotech.customer360.consents.core.link.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.link.LinkConfiguration;
import com.chronotech.customer360.consents.core.link.Withdrawals;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import com.chronotech.customer360.platform.rest.PublicPage;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnsubscribeServletTest {
  private static final String OURS = "/ours.signature";
  private static final String FORGED = "/ours.forged";

  private final List<String> withdrawn = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private boolean away;

  /** Knows one link, and believes only its own signature. */
  private final class OneLink implements Withdrawals {
    @Override
    public Reading read(String token) {
      LinkClaim claim =
          new LinkClaim(
              new UUID(1, 2), ConsentType.MARKETING_EMAIL, "m-1", LocalDate.of(2026, 3, 1));
      return switch (token) {
        case "ours.signature" -> new Reading(ConsentType.MARKETING_EMAIL, claim);
        case "ours.forged" -> new Reading(ConsentType.MARKETING_EMAIL, null);
        default -> new Reading(null, null);
      };
    }

    @Override
    public void withdraw(Reading reading, Set<ConsentType> types, Request request) {
      if (away) {
        throw new IllegalStateException("away");
      }
      if (reading.ours()) {
        types.stream().sorted().forEach(type -> withdrawn.add(type.code() + " " + request.how()));
      }
    }
  }

  private final UnsubscribeServlet servlet = servlet(Map.of());

  private UnsubscribeServlet servlet(Map<String, ?> settings) {
    LinkConfiguration configuration =
        (LinkConfiguration)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LinkConfiguration.class},
                (self, method, arguments) ->
                    settings.containsKey(method.getName())
                        ? settings.get(method.getName())
                        : method.getDefaultValue());
    return new UnsubscribeServlet(new OneLink(), configuration, nanos::get);
  }

  private Exchange get(String path) throws Exception {
    return new Exchange("GET", path).send(servlet);
  }

  @Test
  void aLinkThatIsFollowedChangesNothing() throws Exception {
    Exchange answer = get(OURS);
    new Exchange("HEAD", OURS).send(servlet);
    new Exchange("GET", OURS).query("List-Unsubscribe=One-Click").send(servlet);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("lang=\"fr-CA\"", "Ne plus recevoir de courriels promotionnels")
        .contains("method=\"post\"");
    assertThat(withdrawn).isEmpty();
  }

  @Test
  void oneClickOfAMailProgramWithdraws() throws Exception {
    Exchange answer =
        new Exchange("POST", OURS).form("List-Unsubscribe", "One-Click").send(servlet);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(withdrawn).containsExactly("marketing_email one_click");
  }

  @Test
  void aPostWhoseBodyIsNotReadWithdrawsTheLinksPurpose() throws Exception {
    new Exchange("POST", OURS).header("Content-Type", "multipart/form-data").send(servlet);
    assertThat(withdrawn).containsExactly("marketing_email page");
  }

  @Test
  void theSecondButtonWithdrawsBothCommercialPurposes() throws Exception {
    Exchange answer = new Exchange("POST", OURS).form("scope", "all").send(servlet);
    assertThat(withdrawn).containsExactly("marketing_email page", "marketing_sms page");
    assertThat(answer.body()).contains("tous les messages commerciaux");
  }

  @Test
  void whoeverAsksIsAnsweredAlike() throws Exception {
    assertThat(get(FORGED).body()).isEqualTo(get(OURS).body());
    Exchange ours = new Exchange("POST", OURS).form("scope", "this").send(servlet);
    Exchange forged = new Exchange("POST", FORGED).form("scope", "this").send(servlet);
    assertThat(forged.status()).isEqualTo(ours.status());
    assertThat(forged.body()).isEqualTo(ours.body());
    assertThat(withdrawn).hasSize(1);
    Exchange nonsense = new Exchange("POST", "/nonsense").send(servlet);
    assertThat(nonsense.status()).isEqualTo(200);
    assertThat(new Exchange("GET", null).send(servlet).status()).isEqualTo(200);
  }

  @Test
  void speaksTheReadersLanguage() throws Exception {
    String english =
        new Exchange("GET", OURS).header("Accept-Language", "en-US,en;q=0.9").send(servlet).body();
    assertThat(english).contains("lang=\"en-CA\"", "Stop promotional e-mail", "?lang=fr");
    assertThat(
            new Exchange("GET", OURS)
                .header("Accept-Language", "en")
                .query("lang=fr")
                .send(servlet)
                .body())
        .contains("lang=\"fr-CA\"");
    assertThat(new Exchange("GET", OURS).header("Accept-Language", "de").send(servlet).body())
        .contains("lang=\"fr-CA\"");
  }

  @Test
  void callsNobodyAndRunsNothing() throws Exception {
    Exchange answer = get(OURS);
    assertThat(answer.answered("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("form-action 'self'", "frame-ancestors 'none'");
    assertThat(answer.answered("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.answered("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body())
        .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(", "{{");
  }

  @Test
  void namesTheSenderWithoutBelievingItsMarkup() throws Exception {
    UnsubscribeServlet named =
        servlet(
            Map.of(
                "controller_name", "Garage <b>Roy</b> & fils",
                "controller_address", "1, rue de l’Essai",
                "controller_contact", "info@garage.example"));
    assertThat(new Exchange("GET", OURS).send(named).body())
        .contains("Garage &lt;b&gt;Roy&lt;/b&gt; &amp; fils", "1, rue de l’Essai")
        .contains("info@garage.example");
  }

  @Test
  void tooManyWait() throws Exception {
    UnsubscribeServlet strict =
        servlet(Map.of("unsubscribe_token_per_minute", 2, "unsubscribe_forged_per_minute", 3));
    assertThat(new Exchange("GET", OURS).send(strict).status()).isEqualTo(200);
    assertThat(new Exchange("GET", OURS).from("192.0.2.2").send(strict).status()).isEqualTo(200);
    Exchange third = new Exchange("POST", OURS).from("192.0.2.3").send(strict);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.answered("Retry-After")).isEqualTo("30");
    assertThat(withdrawn).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(new Exchange("GET", "/x" + i).send(strict).status()).isEqualTo(200);
    }
    assertThat(new Exchange("GET", "/x9").send(strict).status()).isEqualTo(429);
    assertThat(new Exchange("GET", "/x9").from("192.0.2.9").send(strict).status()).isEqualTo(200);
    nanos.addAndGet(30_000_000_000L);
    assertThat(new Exchange("POST", OURS).send(strict).status()).isEqualTo(200);
    assertThat(withdrawn).hasSize(1);
  }

  @Test
  void aProxyIsBelievedOnlyWhereAnAdministratorSaysSo() throws Exception {
    Map<String, Object> strict = Map.of("unsubscribe_forged_per_minute", 1);
    UnsubscribeServlet open = servlet(strict);
    new Exchange("GET", "/x").header("X-Forwarded-For", "203.0.113.1").send(open);
    assertThat(
            new Exchange("GET", "/x").header("X-Forwarded-For", "203.0.113.2").send(open).status())
        .isEqualTo(429);
    UnsubscribeServlet proxied =
        servlet(Map.of("unsubscribe_forged_per_minute", 1, "unsubscribe_trust_proxy", true));
    new Exchange("GET", "/x").header("X-Forwarded-For", "9.9.9.9, 203.0.113.1").send(proxied);
    assertThat(
            new Exchange("GET", "/x")
                .header("X-Forwarded-For", "9.9.9.9, 203.0.113.2")
                .send(proxied)
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatCouldNotBeRecordedIsNotCalledDone() throws Exception {
    away = true;
    Exchange answer = new Exchange("POST", OURS).send(servlet);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.answered("Retry-After")).isEqualTo("60");
    assertThat(answer.body()).contains("n’a pas pu être inscrit");
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    Exchange answer = new Exchange("DELETE", OURS).send(servlet);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.answered("Allow")).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void everyPurposeHasItsWords() {
    UnsubscribePage page = new UnsubscribePage(new PublicPage.Sender("", "", ""));
    for (Locale locale : List.of(Locale.CANADA_FRENCH, Locale.CANADA)) {
      for (ConsentType type : ConsentType.values()) {
        assertThat(page.ask(locale, type)).contains("<button");
        assertThat(page.done(locale, type, UnsubscribePage.Scope.THIS)).contains("class=\"done\"");
      }
      assertThat(page.wait(locale, 7)).contains("7");
      assertThat(page.away(locale)).contains("<h1>");
    }
  }
}
