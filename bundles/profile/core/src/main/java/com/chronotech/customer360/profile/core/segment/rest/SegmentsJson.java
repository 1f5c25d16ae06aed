package com.chronotech.customer360.profile.core.segment.rest;

import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentRule;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payloads of segments. */
final class SegmentsJson {
  private SegmentsJson() {}

  static Map<String, Object> answer(String name, Object payload) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put(name, payload);
    return answer;
  }

  static List<Map<String, Object>> rules(List<SegmentRule> rules) {
    return rules.stream().map(SegmentsJson::rule).toList();
  }

  static Map<String, Object> rule(SegmentRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", rule.label());
    json.put("version", rule.version());
    json.put("expression", rule.expression());
    json.put("description", rule.description());
    json.put("is_active", rule.active());
    json.put("profiling", rule.profiling());
    json.put("created_at", rule.createdAt().toString());
    json.put("created_by", rule.createdBy());
    return json;
  }

  static List<Map<String, Object>> memberships(List<SegmentMembership> memberships) {
    return memberships.stream().map(SegmentsJson::membership).toList();
  }

  static List<Map<String, Object>> members(
      List<SegmentMembership> memberships, Map<Long, String> names) {
    return memberships.stream()
        .map(
            one -> {
              Map<String, Object> json = membership(one);
              json.put("customer_name", names.get(one.customerId()));
              return json;
            })
        .toList();
  }

  private static Map<String, Object> membership(SegmentMembership membership) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", membership.label());
    json.put("customer_id", membership.customerId());
    json.put("rule_version", membership.ruleVersion());
    json.put("since", membership.since().toString());
    json.put("evaluated_at", membership.evaluatedAt().toString());
    json.put("why", new RawValue(membership.why()));
    return json;
  }

  static Map<String, Object> evaluation(SegmentEvaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dry_run", evaluation.dryRun());
    json.put("customers", evaluation.customers());
    json.put("consents_known", evaluation.consentsKnown());
    json.put("started_at", evaluation.startedAt().toString());
    json.put("finished_at", evaluation.finishedAt().toString());
    json.put("segments", evaluation.outcomes().stream().map(SegmentsJson::outcome).toList());
    return json;
  }

  private static Map<String, Object> outcome(SegmentEvaluation.Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", outcome.label());
    json.put("rule_version", outcome.version());
    json.put("members", outcome.members());
    json.put("joined", outcome.joined());
    json.put("left", outcome.left());
    json.put("without_consent", outcome.withoutConsent());
    json.put("samples", memberships(outcome.samples()));
    return json;
  }
}
