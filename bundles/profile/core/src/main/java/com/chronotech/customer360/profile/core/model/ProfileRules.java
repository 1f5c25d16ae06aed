package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileFields;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the six fields may say; every fault at once. */
public final class ProfileRules {
  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  private static final String WRONG_TYPE = "profile.wrong_type";

  private ProfileRules() {}

  /**
   * The values of a change, in the form in which they are kept: language tags in their canonical
   * case, labels without white space around them. Null clears. What is wrong is added to the
   * faults.
   */
  public static Map<ProfileColumn, Object> check(ProfileChange change, List<Violation> faults) {
    Map<ProfileColumn, Object> sound = new EnumMap<>(ProfileColumn.class);
    change
        .fields()
        .forEach(
            (field, value) -> sound.put(field, value == null ? null : value(field, value, faults)));
    reason(change.reason(), faults);
    return sound;
  }

  /** Whether one of the faults is about a field, or a part of it. */
  public static boolean isAtFault(ProfileColumn field, List<Violation> faults) {
    return faults.stream()
        .map(Violation::field)
        .anyMatch(name -> name.equals(field.code()) || name.startsWith(field.code() + "["));
  }

  /** What is wrong with a reason is added to the faults. */
  public static void reason(String reason, List<Violation> faults) {
    if (reason == null) {
      return;
    }
    if (Texts.length(reason) > LONGEST_REASON) {
      faults.add(
          ProfileProblems.violation(
              "reason", "profile.too_long", Integer.toString(LONGEST_REASON)));
    }
    String fault = Texts.fault(reason, true);
    if (fault != null) {
      faults.add(ProfileProblems.violation("reason", fault));
    }
  }

  private static Object value(ProfileColumn field, Object value, List<Violation> faults) {
    if (field == ProfileColumn.SEGMENTS && value instanceof List<?> labels) {
      return SegmentLabels.check(labels, faults);
    }
    if (field == ProfileColumn.SEGMENTS || !field.type().isInstance(value)) {
      faults.add(ProfileProblems.violation(field.code(), WRONG_TYPE));
      return value;
    }
    if (value instanceof String text) {
      return text(field, text, faults);
    }
    return value;
  }

  private static String text(ProfileColumn field, String text, List<Violation> faults) {
    return switch (field) {
      case LANGUAGE_CODE ->
          LanguageTags.canonical(text)
              .orElseGet(() -> fault(field, "profile.language_code", text, faults));
      case TIMEZONE ->
          ZoneId.getAvailableZoneIds().contains(text)
              ? text
              : fault(field, "profile.timezone", text, faults);
      case PRIVACY_LEVEL -> oneOf(field, ProfileFields.PRIVACY_LEVELS, text, faults);
      case PREFERRED_CONTACT_CHANNEL -> oneOf(field, ProfileFields.CHANNELS, text, faults);
      default -> text;
    };
  }

  private static String oneOf(
      ProfileColumn field, List<String> words, String text, List<Violation> faults) {
    if (!words.contains(text)) {
      faults.add(
          ProfileProblems.violation(
              field.code(), "profile.unknown_word", shown(text), String.join(", ", words)));
    }
    return text;
  }

  private static String fault(
      ProfileColumn field, String code, String text, List<Violation> faults) {
    faults.add(ProfileProblems.violation(field.code(), code, shown(text)));
    return text;
  }

  private static String shown(String text) {
    return Texts.cut(text, SegmentLabels.LONGEST);
  }
}
