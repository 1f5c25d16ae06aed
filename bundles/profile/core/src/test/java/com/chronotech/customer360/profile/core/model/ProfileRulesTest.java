package com.chronotech.customer360.profile.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.ProfileChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRulesTest {
  private final List<Violation> faults = new ArrayList<>();

  private Object sound(ProfileColumn field, Object value) {
    Map<ProfileColumn, Object> sound =
        ProfileRules.check(ProfileChange.of(1).set(field, value).build(), faults);
    assertThat(faults).isEmpty();
    return sound.get(field);
  }

  private void refused(
      ProfileColumn field, Object value, String code, String french, String english) {
    ProfileRules.check(ProfileChange.of(1).set(field, value).build(), faults);
    assertThat(faults).hasSize(1);
    Violation fault = faults.get(0);
    assertThat(fault.field()).startsWith(field.code());
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.message().in(Locale.CANADA_FRENCH).replace('\u00a0', ' ')).contains(french);
    assertThat(fault.message().in(Locale.CANADA)).contains(english);
    faults.clear();
  }

  @ParameterizedTest
  @CsvSource({"fr-CA,fr-CA", "FR-ca,fr-CA", "en,en", "zh-hant-tw,zh-Hant-TW", "ES-419,es-419"})
  void languagesAreKeptInTheirCanonicalCase(String sent, String kept) {
    assertThat(sound(ProfileColumn.LANGUAGE_CODE, sent)).isEqualTo(kept);
  }

  @Test
  void whatIsNoLanguageTagIsRefused() {
    for (String sent : List.of("fr_CA", "français", "f", "", "fr-", "und", "a".repeat(36))) {
      refused(
          ProfileColumn.LANGUAGE_CODE,
          sent,
          "profile.language_code",
          "n’est pas une étiquette de langue",
          "is no language tag");
    }
  }

  @Test
  void zonesAreThoseOfTheIanaDatabase() {
    assertThat(sound(ProfileColumn.TIMEZONE, "America/Toronto")).isEqualTo("America/Toronto");
    for (String sent : List.of("Mars/Olympus", "+05:00", "UTC-5", "america/toronto", "EST5")) {
      refused(
          ProfileColumn.TIMEZONE,
          sent,
          "profile.timezone",
          "n’est pas un fuseau horaire",
          "is no time zone");
    }
  }

  @Test
  void wordsAreThoseOfTheBrief() {
    for (String level : List.of("normal", "restreint", "confidentiel")) {
      assertThat(sound(ProfileColumn.PRIVACY_LEVEL, level)).isEqualTo(level);
    }
    for (String channel : List.of("email", "sms", "phone", "none")) {
      assertThat(sound(ProfileColumn.PREFERRED_CONTACT_CHANNEL, channel)).isEqualTo(channel);
    }
    refused(
        ProfileColumn.PRIVACY_LEVEL,
        "secret",
        "profile.unknown_word",
        "« secret » n’est pas une valeur connue ; les valeurs sont : normal, restreint",
        "\"secret\" is not a known value; the values are: normal, restreint");
    refused(
        ProfileColumn.PREFERRED_CONTACT_CHANNEL,
        "Email",
        "profile.unknown_word",
        "« Email »",
        "email, sms, phone, none");
  }

  @Test
  void labelsAreTrimmedAndKeepTheirOrder() {
    assertThat(sound(ProfileColumn.SEGMENTS, List.of(" VIP ", "Entreprise", "🚗 flotte")))
        .isEqualTo(List.of("VIP", "Entreprise", "🚗 flotte"));
    assertThat(sound(ProfileColumn.SEGMENTS, List.of())).isEqualTo(List.of());
    assertThat(sound(ProfileColumn.SEGMENTS, List.of("🚗".repeat(64)))).isNotNull();
    assertThat(
            sound(ProfileColumn.SEGMENTS, IntStream.range(0, 50).mapToObj(i -> "s" + i).toList()))
        .isNotNull();
  }

  @Test
  void labelsThatAreNoneAreRefusedByPlace() {
    ProfileColumn segments = ProfileColumn.SEGMENTS;
    refused(segments, List.of("a", " "), "profile.label_length", "de 1 à 64", "1 to 64");
    refused(segments, List.of("x".repeat(65)), "profile.label_length", "de 1 à 64", "1 to 64");
    refused(
        segments,
        List.of("VIP", "vip"),
        "profile.label_repeated",
        "nommé deux fois",
        "named twice");
    refused(
        segments,
        List.of("é", "e\u0301"),
        "profile.label_repeated",
        "nommé deux fois",
        "named twice");
    refused(segments, List.of("a\nb"), "profile.control_character", "de contrôle", "control char");
    refused(segments, List.of("\ud83d"), "profile.lone_surrogate", "la moitié", "half a");
    refused(
        segments,
        IntStream.range(0, 51).mapToObj(i -> "s" + i).toList(),
        "profile.labels_too_many",
        "au plus 50",
        "at most 50");
    refused(segments, Arrays.asList("a", null), "profile.wrong_type", "bon genre", "wrong kind");
    refused(segments, "VIP", "profile.wrong_type", "bon genre", "wrong kind");
    refused(ProfileColumn.TAX_EXEMPT, "true", "profile.wrong_type", "bon genre", "wrong kind");
  }

  @Test
  void nullClearsAnyField() {
    for (ProfileColumn field : ProfileColumn.values()) {
      assertThat(sound(field, null)).isNull();
    }
  }

  @Test
  void everyFaultIsToldAtOnce() {
    ProfileRules.check(
        ProfileChange.of(1)
            .languageCode("?")
            .timezone("?")
            .privacyLevel("?")
            .preferredContactChannel("?")
            .segments(Collections.nCopies(2, "a"))
            .reason("x".repeat(501))
            .build(),
        faults);
    assertThat(faults)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "language_code",
            "timezone",
            "privacy_level",
            "preferred_contact_channel",
            "segments[1]",
            "reason");
  }
}
