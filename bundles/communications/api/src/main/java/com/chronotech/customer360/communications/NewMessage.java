package com.chronotech.customer360.communications;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message to be sent. Immutable; made with {@link #email}, {@link #sms} or {@link #template} and
 * the builder. Nothing is checked here but nulls: {@link MessageService} reports every fault at
 * once. It goes to the address or number that the host has of the customer when it is sent.
 *
 * @param customerId the host's customer
 * @param channel {@link Channel#EMAIL} or {@link Channel#SMS}
 * @param content what it says
 * @param messageClass what it is under the anti-spam law; null for the template's, else for {@link
 *     MessageClass#COMMERCIAL}: what is not declared otherwise needs consent. A commercial template
 *     is never sent as anything less
 * @param purpose the consent that is asked for at the instant of sending; null for the template's,
 *     else for the channel's marketing purpose where the class needs one
 * @param language BCP 47, {@code fr-CA} or {@code en-CA}; null for the customer's own
 * @param attachments files; never null, and empty for text messages
 * @param notBefore when it may be sent at the earliest; null for now
 * @param idempotencyKey a repeat with the same key from the same caller is sent once; at most 120
 *     characters; null for none
 */
public record NewMessage(
    long customerId,
    Channel channel,
    Content content,
    MessageClass messageClass,
    ConsentType purpose,
    String language,
    List<Attachment> attachments,
    Instant notBefore,
    String idempotencyKey) {

  /** Creates a message; {@code channel} and {@code content} may not be null. */
  public NewMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(content, "content");
    attachments = List.copyOf(attachments);
  }

  /** Begins an e-mail in words of its own. */
  public static Builder email(long customerId, String subject, String text) {
    return new Builder(customerId, Channel.EMAIL, new Content.Written(subject, text));
  }

  /** Begins a text message in words of its own. */
  public static Builder sms(long customerId, String text) {
    return new Builder(customerId, Channel.SMS, new Content.Written(null, text));
  }

  /** Begins a message by template. */
  public static Builder template(
      long customerId, Channel channel, String template, Map<String, Object> variables) {
    return new Builder(customerId, channel, new Content.FromTemplate(template, variables));
  }

  /** Builds a message. Not thread-safe. */
  public static final class Builder {
    private final long customerId;
    private final Channel channel;
    private final Content content;
    private MessageClass messageClass;
    private ConsentType purpose;
    private String language;
    private List<Attachment> attachments = List.of();
    private Instant notBefore;
    private String idempotencyKey;

    private Builder(long customerId, Channel channel, Content content) {
      this.customerId = customerId;
      this.channel = channel;
      this.content = content;
    }

    /** Declares what it is. */
    public Builder messageClass(MessageClass declared) {
      this.messageClass = declared;
      return this;
    }

    /** Names the consent that it needs. */
    public Builder purpose(ConsentType type) {
      this.purpose = type;
      return this;
    }

    /** Chooses the language. */
    public Builder language(String tag) {
      this.language = tag;
      return this;
    }

    /** Adds files. */
    public Builder attachments(List<Attachment> files) {
      this.attachments = files;
      return this;
    }

    /** Keeps it until an instant. */
    public Builder notBefore(Instant instant) {
      this.notBefore = instant;
      return this;
    }

    /** Makes a repeat with the same key land once. */
    public Builder idempotencyKey(String key) {
      this.idempotencyKey = key;
      return this;
    }

    /** The message. */
    public NewMessage build() {
      return new NewMessage(
          customerId,
          channel,
          content,
          messageClass,
          purpose,
          language,
          attachments,
          notBefore,
          idempotencyKey);
    }
  }
}
