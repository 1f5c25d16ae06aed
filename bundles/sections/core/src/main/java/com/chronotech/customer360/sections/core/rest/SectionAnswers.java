package com.chronotech.customer360.sections.core.rest;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.sections.core.Loaded;
import com.chronotech.customer360.sections.core.Tab;
import com.chronotech.customer360.sections.core.model.SectionProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The payloads of sections. */
final class SectionAnswers {
  /** The reasons that have words of their own; others are told as they are. */
  private static final Set<String> SPOKEN =
      Set.of("not_installed", "table_missing", "column_missing", "no_provider");

  private SectionAnswers() {}

  /** The sections there are. */
  static Map<String, Object> list(HostCustomer customer, List<Tab> tabs, Locale locale) {
    Map<String, Object> answer = about(customer.id(), customer.privacyLevel());
    answer.put(
        "sections",
        tabs.stream()
            .map(
                tab -> {
                  Map<String, Object> json = new LinkedHashMap<>();
                  json.put("section", tab.name());
                  json.put("permitted", tab.permitted());
                  availability(json, tab.availability(), locale);
                  return json;
                })
            .toList());
    return answer;
  }

  /** A section. */
  static Map<String, Object> section(Loaded loaded, Locale locale) {
    Map<String, Object> answer = about(loaded.customerId(), loaded.data().privacyLevel());
    answer.put("section", loaded.name());
    availability(answer, loaded.availability(), locale);
    answer.put("data", loaded.availability().available() ? loaded.data().values() : null);
    return answer;
  }

  /** A section's own values, at an address of their own. */
  static Map<String, Object> values(Loaded loaded, Locale locale, String... absent) {
    Map<String, Object> answer = about(loaded.customerId(), loaded.data().privacyLevel());
    availability(answer, loaded.availability(), locale);
    for (String name : absent) {
      answer.put(name, null);
    }
    answer.putAll(loaded.data().values());
    return answer;
  }

  /** Why something is not available, in words. */
  static LocalizedText words(Availability availability) {
    String code = availability.reason().split("[:;, ]", 2)[0];
    return SPOKEN.contains(code)
        ? SectionProblems.text("sections.reason." + code)
        : SectionProblems.text("sections.reason", availability.reason());
  }

  private static void availability(
      Map<String, Object> json, Availability availability, Locale locale) {
    json.put("available", availability.available());
    json.put("reason", availability.reason());
    json.put("message", availability.available() ? null : words(availability).in(locale));
  }

  private static Map<String, Object> about(long customerId, String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("customer_id", customerId);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }
}
