package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Notice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Notices as clients read them. */
final class NoticeJson {

  private NoticeJson() {}

  /** A notice with all its wordings. */
  static Map<String, Object> of(Notice notice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("consent_type", notice.type().code());
    json.put("version", notice.version().toString());
    json.put("validity_months", notice.validityMonths());
    json.put("retention_months", notice.retentionMonths());
    json.put("published_at", notice.publishedAt());
    json.put("published_by", notice.publishedBy());
    json.put(
        "texts",
        new TreeMap<>(notice.texts())
            .entrySet().stream().map(text -> text(text.getKey(), text.getValue())).toList());
    return json;
  }

  private static Map<String, Object> text(String language, Notice.Text text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("language", language);
    json.put("title", text.title());
    json.put("body", text.body());
    json.put("sha256", text.sha256());
    return json;
  }
}
