package com.chronotech.customer360.consents.core.link.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.key.TestKeys;
import com.chronotech.customer360.consents.core.link.SignedWithdrawals;
import com.chronotech.customer360.consents.core.link.Withdrawals.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkClaimTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final UUID SUBJECT = UUID.fromString("0b5c6b08-454f-4e6f-9a32-0242ac120002");

  @TempDir Path folder;

  private static LinkClaim claim(ConsentType type) {
    return new LinkClaim(SUBJECT, type, "campagne-été-7", DAY);
  }

  private SigningKeys keys(String name) {
    try {
      return TestKeys.in(Files.createDirectories(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignedWithdrawals withdrawals(SigningKeys keys, LocalDate day) {
    Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return new SignedWithdrawals(keys, null, null, null, null, clock);
  }

  private static String token(LinkClaim claim, SigningKeys keys) {
    return claim.token(keys.sign(claim.signed()));
  }

  @Test
  void saysOnReadingWhatWasWritten() {
    SigningKeys keys = keys("own");
    for (ConsentType type : ConsentType.values()) {
      Reading reading = withdrawals(keys, DAY).read(token(claim(type), keys));
      assertThat(reading).isEqualTo(new Reading(type, claim(type)));
      assertThat(reading.ours()).isTrue();
    }
    LinkClaim silent = new LinkClaim(SUBJECT, ConsentType.ANALYTICS, null, DAY);
    assertThat(withdrawals(keys, DAY).read(token(silent, keys)).claim()).isEqualTo(silent);
  }

  @Test
  void namesNobodyAndFitsALineOfMail() {
    SigningKeys keys = keys("own");
    String token = token(claim(ConsentType.MARKETING_EMAIL), keys);
    assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+").hasSizeLessThan(200);
  }

  @Test
  void everyChangeOfACharacterIsSeen() {
    SigningKeys keys = keys("own");
    String token = token(claim(ConsentType.MARKETING_SMS), keys);
    SignedWithdrawals withdrawals = withdrawals(keys, DAY);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(withdrawals.read(forged).ours()).as("%s", forged).isFalse();
    }
    assertThat(withdrawals.read(token + "A").ours()).isFalse();
    assertThat(withdrawals.read(token + "=").ours()).isFalse();
    assertThat(withdrawals.read(token.substring(1)).ours()).isFalse();
  }

  @Test
  void anotherKeySignsNothingOfOurs() {
    LinkClaim claim = claim(ConsentType.MARKETING_SMS);
    Reading reading = withdrawals(keys("own"), DAY).read(token(claim, keys("other")));
    assertThat(reading.ours()).isFalse();
    assertThat(reading.type()).as("what it claims is shown").isEqualTo(ConsentType.MARKETING_SMS);
  }

  @Test
  void whatWasSignedForAnotherEndIsNoLink() {
    SigningKeys keys = keys("own");
    LinkClaim claim = claim(ConsentType.MARKETING_SMS);
    byte[] signed = claim.signed();
    byte[] bare = java.util.Arrays.copyOfRange(signed, signed.length - 22, signed.length);
    assertThat(withdrawals(keys, DAY).read(claim.token(keys.sign(bare))).ours()).isFalse();
  }

  @Test
  void worksFarLongerThanTheLawAsksAndNotForEver() {
    SigningKeys keys = keys("own");
    String token = token(claim(ConsentType.MARKETING_EMAIL), keys);
    assertThat(withdrawals(keys, DAY.plusDays(60)).read(token).ours()).isTrue();
    assertThat(withdrawals(keys, DAY.plusDays(400)).read(token).ours()).isTrue();
    assertThat(withdrawals(keys, DAY.plusDays(401)).read(token).ours()).isFalse();
    assertThat(withdrawals(keys, DAY.minusDays(2)).read(token).ours()).isFalse();
  }

  @Test
  void whatIsNoTokenIsNothing() {
    SignedWithdrawals withdrawals = withdrawals(keys("own"), DAY);
    for (String text : new String[] {null, "", ".", "a.b", "AQE.", "é.é", "A".repeat(5000)}) {
      assertThat(withdrawals.read(text)).isEqualTo(new Reading(null, null));
    }
  }
}
