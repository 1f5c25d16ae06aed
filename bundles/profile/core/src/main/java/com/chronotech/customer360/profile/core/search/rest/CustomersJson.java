package com.chronotech.customer360.profile.core.search.rest;

import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.FoundCustomer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payload of lists and searches. */
final class CustomersJson {
  private CustomersJson() {}

  static Map<String, Object> page(CustomerPage page, int perPage) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("customers", page.customers().stream().map(CustomersJson::customer).toList());
    Map<String, Object> pagination = new LinkedHashMap<>();
    pagination.put("per_page", perPage);
    pagination.put("has_more", page.hasMore());
    pagination.put("next_cursor", page.nextCursor());
    answer.put("pagination", pagination);
    answer.put("complete", page.complete());
    answer.put("percent", page.percent());
    return answer;
  }

  static Map<String, Object> values(String of, List<String> values) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("of", of);
    answer.put("values", values);
    return answer;
  }

  private static Map<String, Object> customer(FoundCustomer found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("name", found.name());
    json.put("company", found.company());
    json.put("email", found.email());
    json.put("phone", found.phone());
    json.put("city", found.city());
    json.put("privacy_level", found.privacyLevel());
    json.put("segments", found.segments());
    if (found.matched() != null) {
      Map<String, Object> matched = new LinkedHashMap<>();
      matched.put("kind", found.matched().kind());
      matched.put("term", found.matched().term());
      json.put("matched", matched);
    }
    return json;
  }
}
