package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Caller;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Believes signed tokens. The algorithm is that of the configured key, never the one a token asks
 * for. Claims: {@code sub} and {@code exp} are required; {@code roles} names the host's roles;
 * {@code uid} is the host's user id.
 */
final class TokenVerifier {
  /** Longer tokens are not even read. */
  private static final int MAX_LENGTH = 8192;

  private final Map<JWSAlgorithm, JWSVerifier> verifiers;
  private final String issuer;
  private final String audience;
  private final Duration skew;
  private final Clock clock;

  /** A believed token: its caller, and when it ends. */
  record Believed(Caller caller, Instant expires) {}

  TokenVerifier(
      Map<JWSAlgorithm, JWSVerifier> verifiers, SecurityConfiguration configuration, Clock clock) {
    this.verifiers = Map.copyOf(verifiers);
    this.issuer = configuration.jwt_issuer();
    this.audience = configuration.jwt_audience();
    this.skew = Duration.ofSeconds(Math.max(0, configuration.jwt_clock_skew_seconds()));
    this.clock = clock;
  }

  Optional<Believed> verify(String token) {
    if (verifiers.isEmpty() || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSVerifier verifier = verifiers.get(jwt.getHeader().getAlgorithm());
      if (verifier == null || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      return believe(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Believed> believe(JWTClaimsSet claims) throws ParseException {
    String subject = claims.getSubject();
    Date expires = claims.getExpirationTime();
    Date notBefore = claims.getNotBeforeTime();
    Instant now = clock.instant();
    boolean inTime =
        expires != null
            && now.isBefore(expires.toInstant().plus(skew))
            && (notBefore == null || !now.plus(skew).isBefore(notBefore.toInstant()));
    if (!inTime
        || subject == null
        || subject.isBlank()
        || (!issuer.isEmpty() && !issuer.equals(claims.getIssuer()))
        || (!audience.isEmpty() && !claims.getAudience().contains(audience))) {
      return Optional.empty();
    }
    Long userId = claims.getLongClaim("uid");
    Caller caller =
        new Caller(
            subject,
            userId == null ? OptionalLong.empty() : OptionalLong.of(userId),
            roles(claims.getClaim("roles")),
            Caller.DEFAULT_LOCALE);
    return Optional.of(new Believed(caller, expires.toInstant().plus(skew)));
  }

  private static Set<String> roles(Object claim) {
    Stream<String> named = Stream.empty();
    if (claim instanceof Collection<?> many) {
      named = many.stream().filter(String.class::isInstance).map(String.class::cast);
    } else if (claim instanceof String one) {
      named = Arrays.stream(one.split("[, ]+", -1));
    }
    return named
        .filter(role -> !role.isBlank())
        .map(role -> role.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
