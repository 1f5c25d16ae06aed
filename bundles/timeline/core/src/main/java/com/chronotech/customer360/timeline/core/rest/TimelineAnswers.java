package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.TimelinePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payloads of the two families of addresses. */
final class TimelineAnswers {

  private TimelineAnswers() {}

  /** The brief's timeline. */
  static Map<String, Object> timeline(TimelinePage page) {
    Map<String, Object> pagination = new LinkedHashMap<>();
    pagination.put("total", page.total());
    pagination.put("total_exact", page.totalExact());
    pagination.put("page", number(page));
    pagination.put("per_page", page.perPage());
    pagination.put("pages", (page.total() + page.perPage() - 1) / page.perPage());
    pagination.put("has_next", page.hasNext());
    pagination.put("has_prev", page.hasPrevious());
    pagination.put("next_cursor", page.nextCursor());
    pagination.put("prev_cursor", page.prevCursor());
    Map<String, Object> answer = success(page.privacyLevel());
    answer.put("activities", activities(page));
    answer.put("pagination", pagination);
    return answer;
  }

  /** The second family's activity. */
  static Map<String, Object> activity(TimelinePage page) {
    Map<String, Object> answer = success(page.privacyLevel());
    answer.put("activities", activities(page));
    answer.put("total_count", page.total());
    answer.put("total_exact", page.totalExact());
    answer.put("has_more", page.hasNext());
    answer.put("current_page", number(page));
    answer.put("per_page", page.perPage());
    answer.put("next_cursor", page.nextCursor());
    answer.put("prev_cursor", page.prevCursor());
    return answer;
  }

  /** One activity. */
  static Map<String, Object> one(Activity activity, String privacyLevel) {
    Map<String, Object> answer = success(privacyLevel);
    answer.put("activity", new ActivityJson(activity));
    return answer;
  }

  /** How many there are of each type, in the order of types. */
  static Map<String, Object> totals(Map<ActivityType, Long> totals, String privacyLevel) {
    Map<String, Long> byType = new LinkedHashMap<>();
    totals.keySet().stream().sorted().forEach(type -> byType.put(type.code(), totals.get(type)));
    Map<String, Object> answer = success(privacyLevel);
    answer.put("total", totals.values().stream().mapToLong(Long::longValue).sum());
    answer.put("totals", byType);
    return answer;
  }

  private static Map<String, Object> success(String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }

  private static List<ActivityJson> activities(TimelinePage page) {
    return page.activities().stream().map(ActivityJson::new).toList();
  }

  /** A page reached by cursor has no number. */
  private static Integer number(TimelinePage page) {
    return page.page() == 0 ? null : Integer.valueOf(page.page());
  }
}
