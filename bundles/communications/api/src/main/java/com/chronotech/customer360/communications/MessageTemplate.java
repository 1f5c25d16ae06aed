package com.chronotech.customer360.communications;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One version of a template. Never changes.
 *
 * @param code its name
 * @param version from 1 without gaps
 * @param channel by which way it is sent
 * @param messageClass what its messages are: {@link MessageClass#COMMERCIAL} also where it was
 *     declared transactional and says anything promotional
 * @param promotional whether its author says that it says anything promotional
 * @param purpose the consent that its messages need; null when they need none
 * @param texts by BCP 47 language, {@code fr-CA} always among them
 * @param variables the variables that it names at its top level, in any of its texts
 * @param publishedAt when
 * @param publishedBy by whom
 * @param retiredAt since when it is not sent any more; null while it is
 */
public record MessageTemplate(
    String code,
    int version,
    Channel channel,
    MessageClass messageClass,
    boolean promotional,
    ConsentType purpose,
    Map<String, Text> texts,
    Set<String> variables,
    Instant publishedAt,
    String publishedBy,
    Instant retiredAt) {

  /** Creates a version. */
  public MessageTemplate {
    texts = Map.copyOf(texts);
    variables = Set.copyOf(variables);
  }

  /**
   * Mustache in one language.
   *
   * @param subject one line; null for text messages
   * @param text plain text
   * @param html HTML, in which variables are escaped; null for HTML made of the text
   */
  public record Text(String subject, String text, String html) {}
}
