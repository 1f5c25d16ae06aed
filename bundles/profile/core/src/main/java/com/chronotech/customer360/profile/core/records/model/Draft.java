package com.chronotech.customer360.profile.core.records.model;

import com.chronotech.customer360.host.RecordField;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.model.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A record while it is checked: what stood, what was sent, what it makes, and every fault found.
 * For one thread.
 */
public final class Draft {
  private final Map<String, Object> standing;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<Confirmation> confirmed;
  private final List<Violation> faults = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();

  /**
   * Begins with what was sent. What does not differ from what stands is not looked at further, so
   * that an older host's own word does not bar a change of something else.
   *
   * @param standing every field of the record as it stands; empty for a new one
   * @param settable the fields that can be set
   */
  Draft(RecordKind kind, RecordChange change, Map<String, Object> standing, Set<String> settable) {
    this.standing = standing;
    this.confirmed = change.confirmed();
    change
        .fields()
        .forEach(
            (name, value) -> {
              if (!settable.contains(name)) {
                fault(name, "profile.unknown_field", Texts.cut(name, 64));
              } else if (value != null && !typed(kind, name, value)) {
                fault(name, "profile.wrong_type");
              } else {
                take(name, value);
              }
            });
  }

  private static boolean typed(RecordKind kind, String name, Object value) {
    return kind.field(name).map(RecordField::type).orElseThrow().javaType().isInstance(value);
  }

  private void take(String name, Object sent) {
    Object value = sent instanceof String text ? stripped(text) : sent;
    if (!same(value, standing.get(name))) {
      values.put(name, value);
    }
  }

  /** White space alone says nothing, and nothing is stored for it. */
  private static String stripped(String text) {
    String bare = text.strip();
    return bare.isEmpty() ? null : bare;
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    // an empty flag is no flag
    return Objects.equals(one, other)
        || (one == null && Boolean.FALSE.equals(other))
        || (other == null && Boolean.FALSE.equals(one));
  }

  /**
   * Whether any of some fields is looked at: a record that came without them from an older host may
   * be changed in others.
   */
  boolean concerns(String... names) {
    return standing.isEmpty() || Arrays.stream(names).anyMatch(this::changes);
  }

  /** Whether none of some fields would say anything afterwards. */
  boolean lacksAll(String... names) {
    return Arrays.stream(names).map(this::after).allMatch(Objects::isNull);
  }

  /** Whether a field would be changed. */
  boolean changes(String name) {
    return values.containsKey(name);
  }

  /** What a field would be changed to, if it is a text; null otherwise. */
  String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** What a field would say afterwards. */
  Object after(String name) {
    return values.containsKey(name) ? values.get(name) : standing.get(name);
  }

  /** What a field says now; null for a new record. */
  Object before(String name) {
    return standing.get(name);
  }

  /** Whether the one who asks said that something unusual is meant. */
  boolean confirms(Confirmation meant) {
    return confirmed.contains(meant);
  }

  /** Puts a value in the place of what was sent, or beside it; it goes where it changes nothing. */
  void put(String name, Object value) {
    if (same(value, standing.get(name))) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  /** Something to be refused for. */
  void fault(String field, String code, Object... arguments) {
    faults.add(ProfileProblems.violation(field, code, arguments));
  }

  /** Something unusual that is kept all the same. */
  void warn(String field, String code, Object... arguments) {
    warnings.add(ProfileProblems.violation(field, code, arguments));
  }

  /** A text must be as short as this, and hold no control character. */
  void length(String name, int characters, boolean layout) {
    String text = text(name);
    if (text == null) {
      return;
    }
    if (Texts.length(text) > characters) {
      fault(name, "profile.too_long", Integer.toString(characters));
    }
    String fault = Texts.fault(text, layout);
    if (fault != null) {
      fault(name, fault);
    }
  }

  /** A text must be one of these words. */
  void oneOf(String name, List<String> words) {
    String text = text(name);
    if (text != null && !words.contains(text)) {
      fault(name, "profile.unknown_word", Texts.cut(text, 64), String.join(", ", words));
    }
  }

  /** What is to be written, by field. */
  public Map<String, Object> values() {
    return values;
  }

  /** What it is refused for. */
  public List<Violation> faults() {
    return List.copyOf(faults);
  }

  /** What is unusual. */
  public List<Violation> warnings() {
    return List.copyOf(warnings);
  }
}
