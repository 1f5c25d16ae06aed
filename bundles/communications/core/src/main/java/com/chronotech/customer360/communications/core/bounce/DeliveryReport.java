package com.chronotech.customer360.communications.core.bounce;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceReport.Kind;
import com.chronotech.customer360.communications.core.model.BounceRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.InternetHeaders;

/** Reads a delivery status notification (RFC 3464) of a mailbox. */
final class DeliveryReport {
  private static final int LARGEST_PART = 256 * 1024;

  private DeliveryReport() {}

  /**
   * The reports in a mail, one a recipient.
   *
   * @return empty for a mail that is no such notification, or names no message
   */
  static List<BounceReport> read(Part mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
      return List.of();
    }
    String status = null;
    String messageId = null;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        status = text(part);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        messageId = messageId(part);
      }
    }
    return status == null || messageId == null ? List.of() : reports(status, messageId);
  }

  private static List<BounceReport> reports(String status, String messageId) {
    List<BounceReport> reports = new ArrayList<>();
    for (Map<String, String> recipient : groups(status)) {
      String action = recipient.getOrDefault("action", "").toLowerCase(Locale.ROOT);
      String code = recipient.get("status");
      Kind kind = BounceRules.kind(action, code);
      if (kind != null) {
        reports.add(
            new BounceReport(
                messageId, address(recipient), kind, code, recipient.get("diagnostic-code"), null));
      }
    }
    return reports;
  }

  /** The address that the message was sent to, and only then the one it was passed on to. */
  private static String address(Map<String, String> recipient) {
    String original = recipient.get("original-recipient");
    String field = original == null ? recipient.get("final-recipient") : original;
    return field == null ? null : field.substring(field.indexOf(';') + 1).strip();
  }

  /** Groups of fields that are parted by blank lines; folded lines are joined. */
  private static List<Map<String, String>> groups(String text) {
    List<Map<String, String>> groups = new ArrayList<>();
    // The pattern of any line end would take the two characters of one line's end for the ends of
    // two.
    String lines = text.replace("\r\n", "\n");
    for (String group : lines.split("\n[ \\t]*\n", -1)) {
      Map<String, String> fields = new HashMap<>();
      for (String line : group.replaceAll("\n[ \\t]+", " ").split("\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          fields.put(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
      if (fields.containsKey("action")) {
        groups.add(fields);
      }
    }
    return groups;
  }

  private static String messageId(Part part) throws MessagingException, IOException {
    InternetHeaders headers =
        new InternetHeaders(new ByteArrayInputStream(text(part).getBytes(StandardCharsets.UTF_8)));
    return headers.getHeader("Message-ID", null);
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readNBytes(LARGEST_PART), StandardCharsets.UTF_8);
    }
  }
}
