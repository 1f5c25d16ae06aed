package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.core.Telling.News;
import com.chronotech.customer360.profile.core.json.JsonText;
import com.chronotech.customer360.profile.core.model.ChangeWords;
import com.chronotech.customer360.profile.core.model.Texts;
import com.chronotech.customer360.timeline.ActivityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of records in words, for the timeline. */
final class RecordWords {
  /** Characters of one value in words. */
  private static final int LONGEST_VALUE = 200;

  /** Characters of one value in the metadata, which must not outgrow what the timeline takes. */
  private static final int LONGEST_TOLD = 2_000;

  /** What happened to a record. */
  enum Event {
    ADDED,
    CHANGED,
    REMOVED
  }

  private RecordWords() {}

  /**
   * The news of a record.
   *
   * @param row the record, as it is now or was last
   * @param before the fields that were changed, as they were; empty for a new or a removed one
   * @param title what a person calls it
   */
  static News news(
      Event event, HostRecord row, Map<String, Object> before, String title, Locale locale) {
    boolean added = event == Event.ADDED;
    ActivityType type =
        added && row.kind() == RecordKind.VEHICLE
            ? ActivityType.VEHICLE_ADDED
            : ActivityType.SYSTEM;
    String key = row.kind().code() + "_" + event.name().toLowerCase(Locale.ROOT);
    return new News(
        row.customerId(),
        type,
        Texts.cut(
            ChangeWords.say("profile.words." + key, locale, title), ChangeWords.LONGEST_TITLE),
        event == Event.CHANGED ? changes(row, before, locale) : contents(row, locale),
        metadata(key, row, before),
        row.table(),
        row.id(),
        null);
  }

  private static String changes(HostRecord row, Map<String, Object> before, Locale locale) {
    List<String> lines = new ArrayList<>();
    before.forEach(
        (field, old) -> {
          if (told(field)) {
            lines.add(
                ChangeWords.say(
                    "profile.words.from_to",
                    locale,
                    name(field, locale),
                    value(old, locale),
                    value(row.fields().get(field), locale)));
          }
        });
    if (before.get("mileage") instanceof Long old
        && row.fields().get("mileage") instanceof Long now
        && now < old) {
      lines.add(ChangeWords.say("profile.words.mileage_corrected", locale));
    }
    return String.join("\n", lines);
  }

  private static String contents(HostRecord row, Locale locale) {
    return row.fields().entrySet().stream()
        .filter(entry -> entry.getValue() != null && told(entry.getKey()))
        .filter(entry -> !Boolean.FALSE.equals(entry.getValue()))
        .map(
            entry ->
                ChangeWords.say(
                    "profile.words.only",
                    locale,
                    name(entry.getKey(), locale),
                    value(entry.getValue(), locale)))
        .collect(Collectors.joining("\n"));
  }

  /** What a person typed is told, what was made of it is not. */
  private static boolean told(String field) {
    return !field.endsWith("_e164");
  }

  private static String name(String field, Locale locale) {
    return ChangeWords.say("profile.record." + field, locale);
  }

  private static String value(Object value, Locale locale) {
    if (value == null) {
      return ChangeWords.say("profile.words.empty", locale);
    }
    if (value instanceof Boolean flag) {
      return ChangeWords.say(flag ? "profile.words.yes" : "profile.words.no", locale);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return Texts.cut(value.toString(), LONGEST_VALUE);
  }

  private static String metadata(String event, HostRecord row, Map<String, Object> before) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("event", event);
    all.put("record_id", row.id());
    Map<String, Object> old = new LinkedHashMap<>();
    Map<String, Object> now = new LinkedHashMap<>();
    before.forEach(
        (field, value) -> {
          old.put(field, plain(value));
          now.put(field, plain(row.fields().get(field)));
        });
    if (!before.isEmpty()) {
      all.put("old", old);
      all.put("new", now);
    }
    return JsonText.write(all);
  }

  private static Object plain(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Long) {
      return value;
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Texts.cut(value.toString(), LONGEST_TOLD);
  }
}
