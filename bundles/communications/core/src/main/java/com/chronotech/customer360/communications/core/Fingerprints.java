package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Content;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.json.JsonText;
import com.chronotech.customer360.communications.core.store.MessageTable;
import com.chronotech.customer360.platform.caller.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** What makes a request a repeat of another. */
final class Fingerprints {

  private Fingerprints() {}

  /** The request of a caller; without a key its hash is null. */
  static MessageTable.Request of(Caller caller, NewMessage message) {
    String key = message.idempotencyKey();
    return new MessageTable.Request(
        key == null ? null : sha256(JsonText.write(List.of(caller.name(), key))),
        sha256(JsonText.write(content(message))));
  }

  private static List<Object> content(NewMessage message) {
    List<Object> all = new ArrayList<>();
    all.add(message.customerId());
    all.add(message.channel().code());
    all.add(message.messageClass() == null ? null : message.messageClass().code());
    all.add(message.purpose() == null ? null : message.purpose().code());
    all.add(message.language());
    all.add(message.notBefore() == null ? null : message.notBefore().toString());
    if (message.content() instanceof Content.FromTemplate template) {
      all.add(template.template());
      all.add(String.valueOf(new TreeMap<>(template.variables())));
    } else if (message.content() instanceof Content.Written written) {
      all.add(written.subject());
      all.add(written.text());
    }
    for (Attachment file : message.attachments()) {
      all.add(List.of(file.name(), file.contentType(), sha256(file.content())));
    }
    return all;
  }

  private static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
