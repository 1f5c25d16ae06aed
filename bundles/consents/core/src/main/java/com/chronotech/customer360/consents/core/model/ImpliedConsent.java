package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostCommerce.Dealing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Consent that the anti-spam law implies (CASL s. 10(9)(a), 10(10)): for 24 months after a
 * purchase, lease or contract, for 6 months after an inquiry. Days and months are those of the
 * calendar in Toronto; it lasts through the end of the last day, reckoned anew at the instant of
 * sending.
 */
public final class ImpliedConsent {

  /** After a purchase, lease or contract (s. 10(10)(a)). */
  public static final int MONTHS_AFTER_PURCHASE = 24;

  /** After an inquiry or application (s. 10(10)(e)). */
  public static final int MONTHS_AFTER_INQUIRY = 6;

  private static final Set<ConsentType> TYPES =
      EnumSet.of(ConsentType.MARKETING_EMAIL, ConsentType.MARKETING_SMS);

  private static final Set<ConsentState> OPEN =
      EnumSet.of(ConsentState.NEVER_ASKED, ConsentState.EXPIRED, ConsentState.UNPROVEN);

  private ImpliedConsent() {}

  /** Whether the law knows it for a purpose: commercial electronic messages alone. */
  public static boolean exists(ConsentType type) {
    return TYPES.contains(type);
  }

  /** Whether it counts where express consent stands so: never against a refusal or a withdrawal. */
  public static boolean counts(ConsentType type, ConsentState state) {
    return exists(type) && OPEN.contains(state);
  }

  /** Whether a message of a class may rest on it. */
  public static boolean serves(MessageClass messageClass) {
    return messageClass == MessageClass.COMMERCIAL || messageClass == MessageClass.CONSENT_REQUEST;
  }

  /**
   * What implies consent at an instant; a purchase before an inquiry.
   *
   * @param purchase the latest until then; null for none
   * @param inquiry the latest until then; null for none
   */
  public static Optional<Implied> of(Dealing purchase, Dealing inquiry, Instant at) {
    return by(purchase, DecisionReason.IMPLIED_PURCHASE, MONTHS_AFTER_PURCHASE, at)
        .or(() -> by(inquiry, DecisionReason.IMPLIED_INQUIRY, MONTHS_AFTER_INQUIRY, at));
  }

  private static Optional<Implied> by(
      Dealing dealing, DecisionReason reason, int months, Instant at) {
    if (dealing == null || dealing.day().isAfter(LocalDate.ofInstant(at, HostCommerce.LAW_ZONE))) {
      return Optional.empty();
    }
    Instant end = end(dealing.day(), months);
    return at.isBefore(end)
        ? Optional.of(
            new Implied(
                reason,
                dealing.evidence().table() + ":" + dealing.evidence().id(),
                dealing.label(),
                end))
        : Optional.empty();
  }

  /** The start of the first day on which it does not count any more. */
  static Instant end(LocalDate day, int months) {
    return day.plusMonths(months).plusDays(1).atStartOfDay(HostCommerce.LAW_ZONE).toInstant();
  }
}
