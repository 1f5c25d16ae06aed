package com.chronotech.customer360.consents.core.link.model;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Octets;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a link says. A pseudonym stands for the customer, so that neither a reader of the mail nor
 * of a proxy's log learns who or how many there are.
 *
 * @param subject the customer's pseudonym
 * @param type the purpose that one click withdraws
 * @param messageId what the message was; null when it was not said
 * @param issued the day it was made, in UTC
 */
public record LinkClaim(UUID subject, ConsentType type, String messageId, LocalDate issued) {
  /** Days that a link works: the law asks for 60 (CASL s. 11(2)); mail is read late. */
  public static final int VALID_DAYS = 400;

  private static final byte FORMAT = 1;
  private static final int FIXED = 22;
  private static final int SIGNATURE = 64;
  private static final int LONGEST_MESSAGE = 400;

  /** Numbers that links in the field carry; never to be used for another purpose. */
  private static final Map<ConsentType, Byte> NUMBERS =
      Map.of(
          ConsentType.MARKETING_EMAIL, (byte) 1,
          ConsentType.MARKETING_SMS, (byte) 2,
          ConsentType.ANALYTICS, (byte) 3,
          ConsentType.PROFILING, (byte) 4,
          ConsentType.DATA_SHARING, (byte) 5,
          ConsentType.SERVICE_NOTIFICATIONS, (byte) 6);

  /** What was signed with the same key for another end must not pass for a link. */
  private static final byte[] END =
      "customer360 unsubscribe 1\n".getBytes(StandardCharsets.US_ASCII);

  /**
   * A token as it came.
   *
   * @param claim what it says, believed or not
   * @param signed the bytes that must have been signed
   * @param signature what is said to be the signature
   */
  public record Token(LinkClaim claim, Octets signed, Octets signature) {}

  /** The bytes to sign. */
  public byte[] signed() {
    byte[] payload = payload();
    return ByteBuffer.allocate(END.length + payload.length).put(END).put(payload).array();
  }

  /** The token, with a signature over {@link #signed()}. */
  public String token(byte[] signature) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload()) + "." + base64.encodeToString(signature);
  }

  /** Whether it works on a day: not before it was made, a day's clock difference aside. */
  public boolean works(LocalDate day) {
    return !day.isBefore(issued.minusDays(1)) && !day.isAfter(issued.plusDays(VALID_DAYS));
  }

  private byte[] payload() {
    byte[] message = messageId == null ? new byte[0] : messageId.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(FIXED + message.length)
        .put(FORMAT)
        .put(NUMBERS.get(type))
        .putInt((int) issued.toEpochDay())
        .putLong(subject.getMostSignificantBits())
        .putLong(subject.getLeastSignificantBits())
        .put(message)
        .array();
  }

  /** Reads a token; empty when it has not even the form of one. */
  public static Optional<Token> read(String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (dot < 0 || token.length() > 2 * (FIXED + LONGEST_MESSAGE)) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      ByteBuffer bytes = ByteBuffer.wrap(payload);
      byte format = bytes.get();
      byte number = bytes.get();
      LocalDate issued = LocalDate.ofEpochDay(bytes.getInt());
      UUID subject = new UUID(bytes.getLong(), bytes.getLong());
      byte[] message = new byte[bytes.remaining()];
      bytes.get(message);
      Optional<ConsentType> type =
          NUMBERS.entrySet().stream()
              .filter(one -> one.getValue() == number)
              .map(Map.Entry::getKey)
              .findFirst();
      // The JDK verifies a longer one as well, which would be a second spelling.
      if (format != FORMAT || type.isEmpty() || signature.length != SIGNATURE) {
        return Optional.empty();
      }
      String messageId = message.length == 0 ? null : new String(message, StandardCharsets.UTF_8);
      LinkClaim claim = new LinkClaim(subject, type.get(), messageId, issued);
      // Of several spellings of one token, only the one that was handed out is taken.
      return claim.token(signature).equals(token)
          ? Optional.of(new Token(claim, Octets.of(claim.signed()), Octets.of(signature)))
          : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
