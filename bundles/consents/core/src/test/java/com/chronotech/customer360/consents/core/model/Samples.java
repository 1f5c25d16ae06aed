package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** Drafts and chains to test with. */
public final class Samples {
  static final ZoneId ZONE = ZoneId.of("America/Montreal");
  static final Instant NOON = Instant.parse("2026-06-01T16:00:00.123456Z");
  static final Octets HASH = Octets.ofHex("ab".repeat(32));

  private Samples() {}

  /** A draft of a grant, to be changed. */
  static final class Making {
    private Decision decision = Decision.GRANTED;
    private String basis = Entry.EXPRESS;
    private Entry.Shown notice = new Entry.Shown(1L, "1.0", "fr-CA", HASH);
    private Collected collected = new Collected(null, null, "test", null, null);
    private Instant at = NOON;
    private Instant end;
    private boolean endGiven;
    private LocalDate born;
    private boolean yielding;

    Making decision(Decision other) {
      decision = other;
      return this;
    }

    Making unproven() {
      basis = Entry.UNPROVEN;
      notice = null;
      return this;
    }

    Making under(String version) {
      notice = new Entry.Shown(2L, version, "fr-CA", HASH);
      return this;
    }

    Making collected(String evidence, Guardian guardian) {
      collected = new Collected("203.0.113.7", 5L, "test", guardian, evidence);
      return this;
    }

    Making at(Instant other) {
      at = other;
      return this;
    }

    Making until(Instant other, boolean given) {
      end = other;
      endGiven = given;
      return this;
    }

    Making born(LocalDate day) {
      born = day;
      return this;
    }

    Making yielding() {
      yielding = true;
      return this;
    }

    Draft draft() {
      return new Draft(
          new Draft.Person(7, ZONE, Locale.CANADA_FRENCH),
          ConsentType.MARKETING_EMAIL,
          decision,
          basis,
          notice,
          "web_form",
          Channel.EMAIL,
          collected,
          Draft.API,
          at,
          end,
          endGiven,
          born,
          yielding);
    }

    /** The version that this draft becomes as the first of its chain. */
    Entry entry() {
      return Samples.after(draft(), null);
    }
  }

  static Making grant() {
    return new Making();
  }

  static ChainHead head() {
    return new ChainHead(
        7, "6f1a2b3c-0000-4000-8000-000000000001", null, 0, ChainHash.FIRST, Instant.EPOCH);
  }

  static Entry after(Draft draft, Entry standing) {
    ChainHead head = standing == null ? head() : head().after(standing, null);
    return Sealing.entry(draft, standing, head, stamp(draft.occurredAt()));
  }

  static Sealing.Stamp stamp(Instant now) {
    return new Sealing.Stamp(
        UUID.nameUUIDFromBytes(now.toString().getBytes(StandardCharsets.UTF_8)).toString(),
        Octets.ofHex("0123456789abcdef0123456789abcdef"),
        "CA-QC",
        now);
  }
}
