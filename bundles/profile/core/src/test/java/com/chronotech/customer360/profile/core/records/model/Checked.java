package com.chronotech.customer360.profile.core.records.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.core.records.PhoneNumbers;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A change as the rules found it. */
record Checked(Draft draft) {
  private static final PhoneReader PHONES = new PhoneNumbers();

  static Checked added(RecordRules<?> rules, RecordChange.Builder change) {
    return in("CA", rules, change, null);
  }

  static Checked changed(
      RecordRules<?> rules, RecordChange.Builder change, Map<String, Object> standing) {
    HostRecord row =
        new HostRecord(rules.kind(), 5, 1, new HashMap<>(standing), null, null, 1, "t");
    return in("CA", rules, change, row);
  }

  static Checked in(
      String region, RecordRules<?> rules, RecordChange.Builder change, HostRecord standing) {
    return new Checked(
        rules.check(change.build(), standing, new Circumstances(region, Year.of(2026), PHONES)));
  }

  Checked sound() {
    assertThat(draft.faults()).isEmpty();
    return this;
  }

  Object value(String field) {
    sound();
    return draft.values().get(field);
  }

  void refused(String field, String code, String french, String english) {
    said(draft.faults(), field, code, french, english);
  }

  Checked warned(String field, String code, String french, String english) {
    sound();
    said(draft.warnings(), field, code, french, english);
    return this;
  }

  Checked unwarned() {
    sound();
    assertThat(draft.warnings()).isEmpty();
    return this;
  }

  private static void said(
      List<Violation> found, String field, String code, String french, String english) {
    assertThat(found).hasSize(1);
    assertThat(found.get(0).field()).isEqualTo(field);
    assertThat(found.get(0).code()).isEqualTo(code);
    assertThat(found.get(0).message().in(Locale.CANADA_FRENCH).replace('\u00a0', ' '))
        .contains(french);
    assertThat(found.get(0).message().in(Locale.CANADA)).contains(english);
  }
}
