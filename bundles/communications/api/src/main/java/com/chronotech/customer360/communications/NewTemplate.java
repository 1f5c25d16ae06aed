package com.chronotech.customer360.communications;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import java.util.Map;
import java.util.Objects;

/**
 * A version of a template to be published. Checked by {@link TemplateService}.
 *
 * @param code lower-case letters, digits and hyphens, beginning with a letter; at most 60
 * @param channel {@link Channel#EMAIL} or {@link Channel#SMS}
 * @param messageClass what its messages are
 * @param promotional whether it says anything that promotes: one such line makes a transactional
 *     message commercial (CASL s. 1(2))
 * @param purpose the consent that its messages need; null for the channel's marketing purpose where
 *     the class needs one
 * @param texts by BCP 47 language; {@code fr-CA} must be there before any other
 */
public record NewTemplate(
    String code,
    Channel channel,
    MessageClass messageClass,
    boolean promotional,
    ConsentType purpose,
    Map<String, MessageTemplate.Text> texts) {

  /** Creates a version; only {@code purpose} may be null. */
  public NewTemplate {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(messageClass, "messageClass");
    texts = Map.copyOf(texts);
  }
}
