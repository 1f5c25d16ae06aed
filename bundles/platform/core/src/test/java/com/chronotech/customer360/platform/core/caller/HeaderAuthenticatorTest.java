package com.chronotech.customer360.platform.core.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeaderAuthenticatorTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final TestClock clock = new TestClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final PasswordRealm realm =
      (name, password) -> {
        asked.incrementAndGet();
        return name.equals("zoé") && new String(password).equals("sé:same")
            ? Optional.of(Set.of("technician"))
            : Optional.empty();
      };

  private HeaderAuthenticator with(TestSecurity security) {
    return HeaderAuthenticator.over(realm, security, clock, new OneSession(null, null));
  }

  @Test
  void aPasswordIsAskedForOnceAMinute() {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(""));
    String header = basic("zoé:sé:same");
    Caller caller = authenticator.authenticate(header, null).orElseThrow();
    assertThat(caller.name()).isEqualTo("zoé");
    assertThat(caller.roles()).containsExactly("technician");
    assertThat(caller.userId()).isEmpty();
    assertThat(caller.locale()).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(authenticator.authenticate(header, "en")).isPresent();
    assertThat(asked).hasValue(1);
    clock.now = clock.now.plusSeconds(61);
    assertThat(authenticator.authenticate(header, null)).isPresent();
    assertThat(asked).hasValue(2);
  }

  @Test
  void wrongOrUnreadableCredentialsAreRefusedAndNotRemembered() {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(""));
    for (String header :
        new String[] {
          null,
          "",
          "Basic",
          "Basic !!",
          basic("zoé"),
          basic(":x"),
          basic("zoé:wrong"),
          "Digest x",
          "Bearer x.y.z",
          "Basic " + "A".repeat(10_000)
        }) {
      assertThat(authenticator.authenticate(header, null)).as("%s", header).isEmpty();
    }
    authenticator.authenticate(basic("zoé:wrong"), null);
    assertThat(asked).hasValue(2);
  }

  @Test
  void theLanguageIsThatOfTheRequestAlsoFromMemory() {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(""));
    String header = basic("zoé:sé:same");
    assertThat(language(authenticator, header, "en-US,en;q=0.9")).isEqualTo(Locale.US);
    assertThat(language(authenticator, header, "de, fr;q=0.5")).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(language(authenticator, header, "de")).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(language(authenticator, header, "§;;q=x")).isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  void aSignedTokenIsBelievedUntilItEnds() throws Exception {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(KEY));
    String header = "Bearer " + hs256(KEY, claims().build());
    Caller caller = authenticator.authenticate(header, null).orElseThrow();
    assertThat(caller.name()).isEqualTo("portal");
    assertThat(caller.userId()).hasValue(7);
    assertThat(caller.roles()).containsExactlyInAnyOrder("service", "manager");
    clock.now = clock.now.plus(Duration.ofSeconds(29 + 20));
    assertThat(authenticator.authenticate(header, null)).isPresent();
    clock.now = clock.now.plus(Duration.ofSeconds(2));
    assertThat(authenticator.authenticate(header, null)).isEmpty();
  }

  @Test
  void tokensThatProveNothingAreRefused() throws Exception {
    JWTClaimsSet good = claims().build();
    TestSecurity strict = new TestSecurity(KEY, "", "https://erp", "customer360");
    assertRefused(TestSecurity.withKey(""), hs256(KEY, good));
    assertRefused(TestSecurity.withKey("too short"), hs256(KEY, good));
    assertRefused(TestSecurity.withKey(KEY), hs256("x".repeat(32), good));
    assertRefused(strict, hs256(KEY, good));
    assertRefused(TestSecurity.withKey(KEY), hs256(KEY, claims().subject(null).build()));
    assertRefused(TestSecurity.withKey(KEY), hs256(KEY, claims().expirationTime(null).build()));
    assertRefused(TestSecurity.withKey(KEY), hs256(KEY, claims().notBeforeTime(at(3600)).build()));
    String[] parts = hs256(KEY, good).split("\\.", -1);
    String none = Base64URL.encode("{\"alg\":\"none\"}").toString();
    assertRefused(TestSecurity.withKey(KEY), none + "." + parts[1] + ".");
    String forged = Base64URL.encode("{\"sub\":\"admin\",\"roles\":[\"admin\"]}").toString();
    assertRefused(TestSecurity.withKey(KEY), parts[0] + "." + forged + "." + parts[2]);
    JWTClaimsSet named = claims().issuer("https://erp").audience("customer360").build();
    assertThat(with(strict).authenticate("Bearer " + hs256(KEY, named), null)).isPresent();
  }

  @Test
  void publicKeysOfBothKindsServe() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair rsa = generator.generateKeyPair();
    TestSecurity rs256 = new TestSecurity("", pem(rsa), "", "");
    String token = sign(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), claims().build());
    assertThat(with(rs256).authenticate("Bearer " + token, null)).isPresent();
    // The classic confusion: the public key used as a shared secret.
    String confused = hs256(pem(rsa), claims().build());
    assertRefused(rs256, confused);

    KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.EdDSA), claims().build());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(ed.getPrivate());
    signature.update(jwt.getSigningInput());
    String text =
        new String(jwt.getSigningInput(), StandardCharsets.US_ASCII)
            + "."
            + Base64URL.encode(signature.sign());
    TestSecurity eddsa = new TestSecurity("", pem(ed), "", "");
    assertThat(with(eddsa).authenticate("Bearer " + text, null)).isPresent();
    assertRefused(eddsa, text.substring(0, text.length() - 4) + "AAAA");
  }

  @Test
  void passwordsCannotBeGuessedByTheThousand() {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(""));
    String right = basic("zoé:sé:same");
    assertThat(authenticator.authenticate(right, null)).isPresent();
    for (int i = 0; i < FailedSignIns.ALLOWED; i++) {
      assertThat(authenticator.authenticate(basic("Zoé:" + i), null)).isEmpty();
    }
    int before = asked.get();
    assertThatThrownBy(() -> authenticator.authenticate(basic("zoé:wrong"), null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemException.Kind.TOO_MANY);
              assertThat(problem.text().in(Locale.CANADA_FRENCH)).contains("minute");
              assertThat(problem.text().in(Locale.UK)).contains("minute");
            });
    assertThat(asked).as("the realm is left alone").hasValue(before);
    assertThat(authenticator.authenticate(basic("other:x"), null)).isEmpty();
    clock.now = clock.now.plusSeconds(59);
    assertThat(authenticator.authenticate(right, null)).as("remembered").isPresent();
    clock.now = clock.now.plusSeconds(2);
    assertThat(authenticator.authenticate(basic("zoé:wrong"), null)).as("a new minute").isEmpty();
  }

  @Test
  void whoWasBelievedBeforeIsNotLockedOutByGuesses() {
    HeaderAuthenticator authenticator = with(TestSecurity.withKey(""));
    String right = basic("zoé:sé:same");
    assertThat(authenticator.authenticate(right, null)).isPresent();
    clock.now = clock.now.plusSeconds(61);
    for (int i = 0; i < FailedSignIns.ALLOWED; i++) {
      assertThat(authenticator.authenticate(basic("zoé:" + i), null)).isEmpty();
    }
    assertThat(authenticator.authenticate(right, null)).isPresent();
  }

  @Test
  void theMemoryIsBounded() {
    FailedSignIns failed = new FailedSignIns(clock);
    for (int i = 0; i < 10_050; i++) {
      failed.add("name " + i);
    }
    assertThat(failed.size()).isLessThanOrEqualTo(10_000);
    RecentCallers recent = new RecentCallers(clock, Duration.ofSeconds(60));
    for (int i = 0; i < 10_050; i++) {
      recent.remember("header " + i, Caller.service("s"), Instant.MAX);
    }
    assertThat(recent.size()).isLessThanOrEqualTo(10_000);
  }

  private void assertRefused(TestSecurity security, String token) {
    assertThat(with(security).authenticate("Bearer " + token, null)).isEmpty();
  }

  private static Locale language(HeaderAuthenticator with, String header, String accepted) {
    return with.authenticate(header, accepted).orElseThrow().locale();
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("portal")
        .claim("roles", List.of("Service", "manager"))
        .claim("uid", 7)
        .expirationTime(at(20));
  }

  private Date at(long seconds) {
    return Date.from(clock.now.plusSeconds(seconds));
  }

  private static String hs256(String key, JWTClaimsSet claims) throws Exception {
    return sign(JWSAlgorithm.HS256, new MACSigner(key), claims);
  }

  private static String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws Exception {
    SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** A clock that a test moves. */
  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
