package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.analytics.core.survey.model.SurveyClaim;
import com.chronotech.customer360.analytics.core.survey.store.StateTable;
import com.chronotech.customer360.host.HostShop;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes and reads the signed tokens of questions. The secret is made once and kept in the database,
 * so that every node makes and believes the same. Thread-safe.
 */
@Component(service = SurveyLinks.class)
public final class SurveyLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 100;

  /** What is signed with the same secret for another end must not pass for a link. */
  private static final byte[] END = "customer360 survey 1\n".getBytes(StandardCharsets.US_ASCII);

  private final StateTable state;
  private final HostShop shop;
  private final Clock clock;
  private volatile byte[] secret;

  /** Creates the links. */
  @Activate
  public SurveyLinks(
      @Reference StateTable state, @Reference HostShop shop, @Reference Clock clock) {
    this.state = state;
    this.shop = shop;
    this.clock = clock;
  }

  /** The token of a question. */
  public String token(UUID invitation) {
    byte[] payload = new SurveyClaim(invitation, today()).payload();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload) + "." + base64.encodeToString(signature(payload));
  }

  /** The question of a token; empty unless we made it and it still works. */
  public Optional<UUID> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      return MessageDigest.isEqual(signature, signature(payload))
          ? SurveyClaim.of(payload)
              .filter(claim -> claim.works(today()))
              .map(SurveyClaim::invitation)
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shop.zone());
  }

  private byte[] signature(byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(), ALGORITHM));
      mac.update(END);
      return mac.doFinal(payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private byte[] secret() {
    byte[] known = secret;
    if (known == null) {
      byte[] made = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(made);
      String text = Base64.getEncoder().encodeToString(made);
      known = Base64.getDecoder().decode(state.first("secret", text, clock.instant()));
      secret = known;
    }
    return known;
  }
}
