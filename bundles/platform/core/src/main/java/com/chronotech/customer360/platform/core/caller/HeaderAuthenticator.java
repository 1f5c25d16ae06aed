package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * HTTP Basic against JAAS, and bearer tokens, whose positive answers are remembered for a minute;
 * and sessions.
 */
@Component(configurationPid = "com.chronotech.customer360.security")
@Designate(ocd = SecurityConfiguration.class)
public final class HeaderAuthenticator implements Authenticator {
  private static final int MAX_HEADER = 8192 + 7;
  private static final int MAX_LANGUAGES = 500;
  private static final int MAX_CACHE_SECONDS = 60;

  private final Clock clock;
  private final Map<String, Locale> languages = new ConcurrentHashMap<>();
  private final FailedSignIns failed;
  private final Sessions sessions;
  private volatile Rules rules;

  /** What one configuration makes of headers; the memory ends with it. */
  private record Rules(PasswordRealm realm, TokenVerifier tokens, RecentCallers recent) {}

  /**
   * Creates an authenticator.
   *
   * @param firstStart not used but waited for: whoever asks the realm must find the first password
   *     made
   */
  @Activate
  public HeaderAuthenticator(
      SecurityConfiguration configuration,
      @Reference Clock clock,
      @Reference Sessions sessions,
      @Reference FirstStart firstStart) {
    this(clock, sessions, rules(configuration, clock, new JaasRealm(configuration.jaas_realm())));
  }

  private HeaderAuthenticator(Clock clock, Sessions sessions, Rules rules) {
    this.clock = clock;
    this.failed = new FailedSignIns(clock);
    this.sessions = sessions;
    this.rules = rules;
  }

  /** An authenticator over a given realm. */
  static HeaderAuthenticator over(
      PasswordRealm realm, SecurityConfiguration configuration, Clock clock, Sessions sessions) {
    return new HeaderAuthenticator(clock, sessions, rules(configuration, clock, realm));
  }

  /** Puts a changed configuration in force and forgets what was believed before. */
  @Modified
  void modified(SecurityConfiguration configuration) {
    rules = rules(configuration, clock, new JaasRealm(configuration.jaas_realm()));
  }

  @Override
  public Optional<Caller> authenticate(String authorization, String acceptLanguage) {
    if (authorization == null || authorization.length() > MAX_HEADER) {
      return Optional.empty();
    }
    Optional<Caller> caller = caller(authorization);
    return acceptLanguage == null ? caller : caller.map(c -> c.speaking(locale(acceptLanguage)));
  }

  private Optional<Caller> caller(String authorization) {
    if (authorization.equals(Sessions.SCHEME)) {
      throw problem(ProblemException.Kind.FORBIDDEN, "session.csrf");
    }
    if (startsWith(authorization, Sessions.SCHEME + " ")) {
      // Not remembered here: a session that is ended must end.
      return sessions
          .find(authorization.substring(Sessions.SCHEME.length()).strip())
          .map(Session::caller);
    }
    Rules now = rules;
    Optional<Caller> known = now.recent.find(authorization);
    return known.isPresent() ? known : ask(now, authorization);
  }

  private Optional<Caller> ask(Rules now, String authorization) {
    if (startsWith(authorization, "Basic ")) {
      Optional<Caller> caller = basic(now, authorization);
      caller.ifPresent(c -> now.recent.remember(authorization, c, Instant.MAX));
      return caller;
    }
    if (startsWith(authorization, "Bearer ")) {
      Optional<TokenVerifier.Believed> believed =
          now.tokens.verify(authorization.substring(7).strip());
      believed.ifPresent(b -> now.recent.remember(authorization, b.caller(), b.expires()));
      return believed.map(TokenVerifier.Believed::caller);
    }
    return Optional.empty();
  }

  private Optional<Caller> basic(Rules now, String authorization) {
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 1 || pair.substring(0, colon).isBlank()) {
      return Optional.empty();
    }
    String name = pair.substring(0, colon);
    // Whoever was believed with these very credentials is let in although others guess at the name.
    if (failed.isExhausted(name) && !now.recent.knew(authorization)) {
      throw problem(ProblemException.Kind.TOO_MANY, "caller.too_many_failures");
    }
    Optional<Set<String>> roles = now.realm.signIn(name, pair.substring(colon + 1).toCharArray());
    if (roles.isEmpty()) {
      failed.add(name);
    }
    return roles.map(r -> new Caller(name, OptionalLong.empty(), r, Caller.DEFAULT_LOCALE));
  }

  private Locale locale(String acceptLanguage) {
    Locale known = languages.get(acceptLanguage);
    if (known == null) {
      known = Caller.localeFor(acceptLanguage);
      if (languages.size() < MAX_LANGUAGES) {
        languages.put(acceptLanguage, known);
      }
    }
    return known;
  }

  private static Rules rules(
      SecurityConfiguration configuration, Clock clock, PasswordRealm realm) {
    int seconds = Math.max(0, Math.min(MAX_CACHE_SECONDS, configuration.cache_seconds()));
    return new Rules(
        realm,
        new TokenVerifier(TokenKeys.verifiers(configuration), configuration, clock),
        new RecentCallers(clock, Duration.ofSeconds(seconds)));
  }

  private static ProblemException problem(ProblemException.Kind kind, String code) {
    return new ProblemException(
        kind, code, LocalizedText.of(HeaderAuthenticator.class, code), List.of());
  }

  private static boolean startsWith(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
