package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.communications.Message.TemplateUse;
import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;

/**
 * A message that passed the rules, before it is kept.
 *
 * @param customerId to whom
 * @param channel by which way
 * @param messageClass what it is
 * @param purpose the consent it needs; null for none
 * @param language {@code fr-CA} or {@code en-CA}
 * @param words what it says
 * @param template what it was made of; null for words of its own
 */
public record Draft(
    long customerId,
    Channel channel,
    MessageClass messageClass,
    ConsentType purpose,
    String language,
    Words words,
    TemplateUse template) {

  /** The purpose of a channel's commercial messages. */
  public static ConsentType marketing(Channel channel) {
    return channel == Channel.SMS ? ConsentType.MARKETING_SMS : ConsentType.MARKETING_EMAIL;
  }

  /** Whether a class needs consent whatever its purpose is (CASL s. 6(1), 1(3)). */
  public static boolean isCommercial(MessageClass messageClass) {
    return messageClass != MessageClass.TRANSACTIONAL;
  }
}
