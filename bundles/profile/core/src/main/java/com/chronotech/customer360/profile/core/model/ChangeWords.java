package com.chronotech.customer360.profile.core.model;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of changes in words, for the timeline. */
public final class ChangeWords {
  /** Characters of a title on the timeline. */
  public static final int LONGEST_TITLE = 255;

  private static final List<String> CODED =
      List.of("normal", "restreint", "confidentiel", "email", "sms", "phone", "none");

  private ChangeWords() {}

  /** The title of a set. */
  public static String title(ChangeSet set, Locale locale) {
    String fields =
        set.changes().stream()
            .map(change -> name(change.field(), locale))
            .map(name -> name.toLowerCase(locale))
            .collect(Collectors.joining(", "));
    String key =
        set.outside()
            ? "profile.words.changed_outside"
            : set.reverts() != null ? "profile.words.reverted" : "profile.words.changed";
    return Texts.cut(say(key, locale, fields), LONGEST_TITLE);
  }

  /** A line for each field, with what it said and says, and the reason. */
  public static String description(ChangeSet set, Locale locale) {
    String lines =
        set.changes().stream()
            .map(
                change ->
                    say(
                        "profile.words.from_to",
                        locale,
                        name(change.field(), locale),
                        value(change.field(), change.oldValue(), locale),
                        value(change.field(), change.newValue(), locale)))
            .collect(Collectors.joining("\n"));
    return set.reason() == null
        ? lines
        : lines + "\n" + say("profile.words.reason", locale, set.reason());
  }

  /** What a program needs to know of a set, as a JSON object. */
  public static String metadata(ChangeSet set) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("change_set", set.id());
    all.put("reverts", set.reverts());
    all.put("outside", set.outside());
    all.put("reason", set.reason());
    all.put("changes", set.changes().stream().map(ChangeWords::told).toList());
    return JsonText.write(all);
  }

  private static Map<String, Object> told(FieldChange change) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("field", change.field().code());
    one.put("old", json(change.oldValue()));
    one.put("new", json(change.newValue()));
    return one;
  }

  private static Object json(String value) {
    return value == null ? null : JsonText.read(value).orElseThrow().value();
  }

  private static String name(ProfileColumn field, Locale locale) {
    return say("profile.field." + field.code(), locale);
  }

  private static String value(ProfileColumn field, String json, Locale locale) {
    if (json == null) {
      return say("profile.words.empty", locale);
    }
    return switch (field) {
      case TAX_EXEMPT ->
          say(FieldJson.flag(json) ? "profile.words.yes" : "profile.words.no", locale);
      case SEGMENTS -> FieldJson.labels(json).map(labels -> labels(labels, locale)).orElse(json);
      case PRIVACY_LEVEL -> word("profile.level.", FieldJson.text(json), locale);
      case PREFERRED_CONTACT_CHANNEL -> word("profile.channel.", FieldJson.text(json), locale);
      default -> FieldJson.text(json);
    };
  }

  private static String labels(List<String> labels, Locale locale) {
    return labels.isEmpty() ? say("profile.words.empty", locale) : String.join(", ", labels);
  }

  /** The word for a code; an older host's own word as it is. */
  private static String word(String prefix, String code, Locale locale) {
    return CODED.contains(code) ? say(prefix + code, locale) : code;
  }

  /** A sentence of this domain. */
  public static String say(String key, Locale locale, Object... arguments) {
    return ProfileProblems.text(key, arguments).in(locale);
  }
}
