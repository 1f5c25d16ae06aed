package com.chronotech.customer360.consents.core.model;

import static com.chronotech.customer360.consents.core.model.Samples.NOON;
import static com.chronotech.customer360.consents.core.model.Samples.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Guardian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The hashed bytes are those of RFC 8785, and nothing in them can change unseen. */
class CanonicalEntryTest {

  private static byte[] reference(byte[] json) throws IOException {
    return new JsonCanonicalizer(json).getEncodedUTF8();
  }

  /** Texts with every sort of character, escapes and surrogate pairs among them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .withCharRange('\u0000', '\u001f')
            .withChars('"', '\\', '/', '\u007f', '\u0080', '\u2028', '\ufeff', '\uffff')
            .withCharRange(' ', '~')
            .withCharRange('\u00a0', '\u024f')
            .ofMaxLength(40);
    Arbitrary<String> pairs = Arbitraries.of("😀", "𝒳", "é", "e\u0301", "Ω", "");
    return Combinators.combine(any, pairs, any).as((a, b, c) -> a + b + c);
  }

  @Property
  void bytesAreThoseOfRfc8785(
      @ForAll("texts") String source,
      @ForAll("texts") String evidence,
      @ForAll("texts") String name) {
    Entry entry = with(grant().entry(), 7, source);
    byte[] bytes = CanonicalEntry.bytes(entry, "subject");
    String detail =
        Detail.canonical(
            7, new Collected(null, 5L, name, new Guardian(name, source, null), evidence));
    assertThat(canonicalized(bytes)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    assertThat(canonicalized(detail.getBytes(StandardCharsets.UTF_8))).isEqualTo(detail);
  }

  private static String canonicalized(byte[] json) {
    try {
      return new String(reference(json), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void membersMustComeInOrder() {
    assertThatThrownBy(() -> new JsonWriter(10).text("b", "").text("a", ""))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new JsonWriter(10).text("a", "").text("a", ""))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new JsonWriter(10).number("a", 1L << 60))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyMemberIsAlwaysThere() {
    String json =
        new String(CanonicalEntry.bytes(grant().unproven().entry(), "s"), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"notice_sha256\":null", "\"language\":null", "\"valid_until\":null")
        .contains("\"occurred_at\":\"2026-06-01T16:00:00.123456Z\"")
        .contains("\"by_guardian\":false", "\"seq\":1,", "\"version\":1}");
  }

  @Test
  void noPersonalDataIsInThem() {
    Entry entry =
        grant()
            .collected("{\"note\":\"secret\"}", new Guardian("Anne Tremblay", "mother", "a@x.ca"))
            .entry();
    String json = new String(CanonicalEntry.bytes(entry, "pseudonym"), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("203.0.113.7", "Anne", "secret", "a@x.ca", "customer_id");
    assertThat(entry.seal().detail()).contains("203.0.113.7", "Anne Tremblay");
  }

  @Test
  void theDetailIsCommittedTo() {
    Entry entry = grant().collected("{\"a\":1}", null).entry();
    Entry.Seal seal = entry.seal();
    assertThat(seal.commitment()).isEqualTo(ChainHash.commitment(seal.salt(), seal.detail()));
    assertThat(seal.commitment())
        .isNotEqualTo(ChainHash.commitment(seal.salt(), seal.detail() + " "));
    assertThat(seal.commitment())
        .isNotEqualTo(ChainHash.commitment(Octets.zeros(16), seal.detail()));
  }

  @Test
  void anyChangeOfAFieldChangesTheHash() {
    Entry entry = grant().until(NOON.plusSeconds(60), true).entry();
    Octets hash = hash(entry, "subject");
    List<Octets> others = new ArrayList<>();
    for (int field = 0; field < FIELDS; field++) {
      others.add(hash(with(entry, field, "x1"), "subject"));
    }
    others.add(hash(entry, "subjecu"));
    others.add(
        hash(
            entry.sealed(
                new Entry.Seal(null, null, Octets.zeros(32), ChainHash.FIRST, ChainHash.FIRST)),
            "subject"));
    others.add(ChainHash.next(Samples.HASH, CanonicalEntry.bytes(entry, "subject")));
    assertThat(others).doesNotContain(hash).doesNotHaveDuplicates();
  }

  private static Octets hash(Entry entry, String subject) {
    return ChainHash.next(ChainHash.FIRST, CanonicalEntry.bytes(entry, subject));
  }

  private static final int FIELDS = 17;

  /** The entry with one of its hashed fields changed. */
  private static Entry with(Entry e, int field, String text) {
    Entry.Shown shown = e.notice();
    Instant moved = e.occurredAt().plusNanos(1000);
    return new Entry(
        e.id(),
        e.customerId(),
        field == 0 ? e.seq() + 1 : e.seq(),
        field == 1 ? text : e.type(),
        field == 2 ? e.version() + 1 : e.version(),
        field == 3 ? text : e.recordId(),
        field == 4 ? text : e.decision(),
        field == 5 ? text : e.basis(),
        switch (field) {
          case 6 -> new Entry.Shown(shown.id(), text, shown.language(), shown.sha256());
          case 8 -> new Entry.Shown(shown.id(), shown.version(), text, shown.sha256());
          case 9 -> new Entry.Shown(shown.id(), shown.version(), shown.language(), null);
          default -> shown;
        },
        field == 7 ? text : e.source(),
        field == 10 ? text : e.channel(),
        field == 11 ? !e.byGuardian() : e.byGuardian(),
        field == 12 ? text : e.origin(),
        field == 13 ? text : e.jurisdiction(),
        field == 14 ? moved : e.occurredAt(),
        field == 15 ? moved : e.recordedAt(),
        field == 16 ? moved : e.validUntil(),
        e.seal());
  }

  @Property
  void timesAreWrittenToTheMicrosecond(
      @ForAll @LongRange(min = 0, max = 7_258_118_399L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano) {
    Instant instant = Instant.ofEpochSecond(second, nano);
    String text = CanonicalEntry.time(instant);
    assertThat(text).hasSize(27).endsWith("Z");
    assertThat(Instant.parse(text)).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void fingerprintsTellWhetherAHostsRowMeansTheSame() {
    HostConsent row = new HostConsent(1, 7L, "newsletter", true, NOON, null, null);
    assertThat(row.fingerprint().bytes()).hasSize(HostConsent.FINGERPRINT);
    assertThat(
            Stream.of(
                    new HostConsent(1, 8L, "newsletter", true, NOON, null, null),
                    new HostConsent(1, 7L, "analytics", true, NOON, null, null),
                    new HostConsent(1, 7L, "newsletter", false, NOON, null, null),
                    new HostConsent(1, 7L, "newsletter", null, NOON, null, null),
                    new HostConsent(1, 7L, "newsletter", true, null, null, null),
                    new HostConsent(1, 7L, "newsletter", true, NOON, NOON, null),
                    new HostConsent(1, 7L, "newsletter", true, NOON, null, NOON))
                .map(HostConsent::fingerprint))
        .doesNotContain(row.fingerprint())
        .doesNotHaveDuplicates();
  }
}
