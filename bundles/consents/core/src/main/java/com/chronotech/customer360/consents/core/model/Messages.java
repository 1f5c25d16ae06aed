package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;

/** Which messages a purpose is about. */
public final class Messages {

  private Messages() {}

  /** Whether a purpose covers a way to reach the customer; null asks of none. */
  public static boolean covers(ConsentType type, Channel channel) {
    if (channel == null) {
      return true;
    }
    return switch (type) {
      case MARKETING_EMAIL -> channel == Channel.EMAIL;
      case MARKETING_SMS -> channel == Channel.SMS;
      default -> true;
    };
  }

  /**
   * Whether a message needs no consent of this purpose: one that completes a transaction or tells
   * of safety is no commercial message (CASL s. 6(6)).
   */
  public static boolean needsNone(ConsentType type, MessageClass messageClass) {
    return messageClass == MessageClass.TRANSACTIONAL && ImpliedConsent.exists(type);
  }
}
