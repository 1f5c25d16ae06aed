package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.timeline.ActivityType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Customer 360 needs of tables that a host may have made; the changelogs add the same. */
final class Needs {
  static final String ACTIVITY = "customer_activity";

  /** Columns by table, for tables that may stand already. */
  static final Map<String, List<String>> COLUMNS = columns();

  /** Indexes of the timeline. */
  static final Map<String, List<String>> INDEXES = indexes();

  /** Tables that no host has. */
  static final List<String> OWN_TABLES =
      List.of(
          "c360_activity_total",
          "c360_activity_total_mark",
          "c360_outbox",
          "c360_outbox_sequence",
          "c360_outbox_cursor",
          "c360_backfill",
          "c360_adoption_entry",
          "c360_adoption_step",
          "c360_idempotency",
          "c360_profile_change",
          "c360_profile_state",
          "c360_record_extra",
          "c360_primary",
          "c360_segment_rule",
          "c360_segment_member",
          "c360_search_term",
          "c360_search_mark",
          "c360_notice",
          "c360_notice_text",
          "c360_consent_chain",
          "c360_consent_entry",
          "c360_consent_expiry",
          "c360_consent_adopted",
          "c360_consent_import",
          "c360_ledger_root",
          "c360_ledger_anchor",
          "c360_ledger_verification",
          "c360_analytics_customer",
          "c360_analytics_part",
          "c360_analytics_dirty",
          "c360_analytics_mark",
          "c360_analytics_bound",
          "c360_analytics_fleet_day",
          "c360_analytics_fleet_cohort",
          "c360_analytics_fleet_value",
          "c360_analytics_finding",
          "c360_message_template",
          "c360_message_template_text",
          "c360_message",
          "c360_message_attempt",
          "c360_message_attachment",
          "c360_message_bounce",
          "c360_suppression",
          "c360_survey_invitation",
          "c360_survey_answer",
          "c360_survey_state",
          "c360_session");

  /** The brief's thirteen types, as stored. */
  static final List<String> TYPES =
      Arrays.stream(ActivityType.values()).map(ActivityType::code).toList();

  private Needs() {}

  private static Map<String, List<String>> columns() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(
        "customers",
        List.of(
            "language_code",
            "timezone",
            "segments",
            "privacy_level",
            "preferred_contact_channel",
            "tax_exempt"));
    all.put(
        ACTIVITY,
        List.of(
            "reference_id",
            "reference_table",
            "description",
            "metadata",
            "actor_id",
            "actor_type",
            "source_key"));
    all.put(
        "customer_consents",
        List.of(
            "source",
            "ip_address",
            "collected_by",
            "version",
            "granted_at",
            "revoked_at",
            "expires_at"));
    return all;
  }

  private static Map<String, List<String>> indexes() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("c360_source_key", List.of("source_key"));
    all.put("c360_by_time", List.of("customer_id", "created_at", "id"));
    all.put("c360_by_type", List.of("customer_id", "activity_type", "created_at", "id"));
    all.put("c360_by_customer", List.of("customer_id", "id"));
    return all;
  }
}
