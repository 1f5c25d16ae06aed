package com.chronotech.customer360.consents.core.transfer.csv;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/** Writes lines to a file of our own and reads them back. */
final class LineCodec {
  private LineCodec() {}

  static void write(DataOutputStream out, ImportLine line) throws IOException {
    NewConsent consent = line.consent();
    out.writeLong(line.line());
    out.writeLong(consent.customerId());
    out.writeUTF(consent.type().name());
    out.writeUTF(consent.decision().name());
    out.writeUTF(consent.source());
    text(out, consent.channel() == null ? null : consent.channel().name());
    text(out, consent.noticeVersion());
    text(out, consent.language());
    time(out, consent.occurredAt());
    time(out, consent.expiresAt());
    text(out, consent.evidence());
    text(out, consent.ipAddress());
    out.writeLong(consent.collectedBy() == null ? 0 : consent.collectedBy());
  }

  static ImportLine read(DataInputStream in) throws IOException {
    long line = in.readLong();
    long customer = in.readLong();
    ConsentType type = ConsentType.valueOf(in.readUTF());
    Decision decision = Decision.valueOf(in.readUTF());
    NewConsent.Builder consent = NewConsent.of(customer, type, decision, in.readUTF());
    String channel = text(in);
    consent.channel(channel == null ? null : Channel.valueOf(channel));
    String notice = text(in);
    consent.notice(notice, text(in));
    consent.occurredAt(time(in));
    consent.expiresAt(time(in));
    consent.evidence(text(in));
    consent.ipAddress(text(in));
    long collectedBy = in.readLong();
    consent.collectedBy(collectedBy == 0 ? null : collectedBy);
    return new ImportLine(line, consent.build());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static void time(DataOutputStream out, Instant time) throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
    }
  }

  private static Instant time(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }
}
