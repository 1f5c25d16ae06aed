package com.chronotech.customer360.profile.core.rest;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileFields;
import com.chronotech.customer360.profile.ProfileHistory;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.core.Surroundings;
import com.chronotech.customer360.profile.core.json.JsonText;
import com.chronotech.customer360.timeline.Activity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The payloads of profiles. */
final class ProfileAnswers {

  private ProfileAnswers() {}

  /** A profile with what surrounds it. */
  static Map<String, Object> profile(Profile profile, Surroundings around) {
    Map<String, Object> shown = fields(profile);
    shown.put("rule_segments_available", around.segmentsAvailable());
    shown.put("rule_segments", around.segments().stream().map(ProfileAnswers::membership).toList());
    shown.put("activity_totals", around.totals() == null ? null : new TreeMap<>(around.totals()));
    shown.put("last_activity", around.lastActivity() == null ? null : last(around.lastActivity()));
    Map<String, Object> answer = success(profile.host().privacyLevel());
    answer.put("profile", shown);
    return answer;
  }

  /** What a change left. */
  static Map<String, Object> changed(Profile profile, ChangeSet changes) {
    Map<String, Object> answer = success(profile.host().privacyLevel());
    answer.put("profile", fields(profile));
    answer.put("unchanged", changes == null);
    answer.put("change_set", changes == null ? null : set(changes));
    return answer;
  }

  /** A page of the history. */
  static Map<String, Object> history(CustomerRow customer, ProfileHistory history) {
    Map<String, Object> answer = success(customer.privacyLevel());
    answer.put("changes", history.changes().stream().map(ProfileAnswers::set).toList());
    answer.put("next_cursor", history.nextCursor());
    return answer;
  }

  static Map<String, Object> success(String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }

  private static Map<String, Object> fields(Profile profile) {
    CustomerRow host = profile.host();
    ProfileFields fields = profile.fields();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("customer_id", profile.customerId());
    Map<String, Object> available = new LinkedHashMap<>();
    for (CustomerColumn column : CustomerColumn.values()) {
      available.put(column.code(), host.has(column));
      shown.put(
          column.code(),
          column == CustomerColumn.IS_ACTIVE ? host.flag(column) : host.text(column));
    }
    shown.put("language_code", fields.languageCode());
    shown.put("timezone", fields.timezone());
    shown.put("segments", fields.segments());
    shown.put("privacy_level", fields.privacyLevel());
    shown.put("preferred_contact_channel", fields.preferredContactChannel());
    shown.put("tax_exempt", fields.taxExempt());
    shown.put("available", available);
    shown.put("by_default", profile.empty().stream().sorted().map(ProfileColumn::code).toList());
    Map<String, String> unreadable = new TreeMap<>();
    profile.unreadable().forEach((field, stored) -> unreadable.put(field.code(), stored));
    shown.put("unreadable", unreadable);
    shown.put("as_of", profile.asOf());
    shown.put("changed_at", profile.changedAt());
    return shown;
  }

  private static Map<String, Object> membership(SegmentMembership membership) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("label", membership.label());
    shown.put("rule_version", membership.ruleVersion());
    shown.put("since", membership.since());
    shown.put("why", value(membership.why()));
    return shown;
  }

  private static Map<String, Object> last(Activity activity) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", activity.id());
    shown.put("activity_type", activity.type().code());
    shown.put("title", activity.title());
    shown.put("created_at", activity.createdAt());
    return shown;
  }

  private static Map<String, Object> set(ChangeSet set) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", set.id());
    shown.put("changed_at", set.at());
    shown.put("actor_id", set.actorId());
    shown.put("actor_name", set.outside() ? null : set.actorName());
    shown.put("outside", set.outside());
    shown.put("reason", set.reason());
    shown.put("reverts", set.reverts());
    shown.put("fields", set.changes().stream().map(ProfileAnswers::field).toList());
    return shown;
  }

  private static Map<String, Object> field(ChangeSet.FieldChange change) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("field", change.field().code());
    shown.put("old", value(change.oldValue()));
    shown.put("new", value(change.newValue()));
    return shown;
  }

  private static Object value(String json) {
    return json == null ? null : JsonText.read(json).map(JsonText.Read::value).orElse(null);
  }
}
