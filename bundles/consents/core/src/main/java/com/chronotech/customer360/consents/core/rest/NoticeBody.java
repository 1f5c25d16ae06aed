package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeService.NewNotice.Wording;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A notice as an administrator sends it. */
final class NoticeBody {

  /** Wordings of 100,000 characters in several languages. */
  static final int MAX_BYTES = 4 << 20;

  private NoticeBody() {}

  /**
   * Reads a notice: {@code {consent_type, version, texts: [{language, title, body}],
   * validity_months, retention_months}}.
   */
  static NewNotice read(JsonBody body) {
    String code = body.requiredText("consent_type");
    ConsentType type = ConsentType.ofCode(code).orElse(null);
    if (code != null && type == null) {
      body.violation(
          "consent_type",
          "consents.unknown_type",
          ConsentProblems.text("consents.unknown_type", code));
    }
    String version = body.requiredText("version");
    Map<String, Wording> texts = new LinkedHashMap<>();
    List<JsonBody> sent = body.nestedList("texts");
    for (JsonBody text : sent == null ? List.<JsonBody>of() : sent) {
      String language = text.requiredText("language");
      Wording wording = wording(text);
      if (language != null && texts.put(language, wording) != null) {
        text.violation(
            "language",
            "consents.notice_language_twice",
            ConsentProblems.text("consents.notice_language_twice"));
      }
    }
    NewNotice notice =
        new NewNotice(
            type,
            version,
            texts,
            months(body, "validity_months"),
            months(body, "retention_months"));
    body.check();
    return notice;
  }

  /** The wording of an object with title and body. */
  static Wording wording(JsonBody text) {
    return new Wording(text.requiredText("title"), text.requiredText("body"));
  }

  /** A number that no notice has stands for one that is out of bounds. */
  private static Integer months(JsonBody body, String name) {
    Long number = body.number(name);
    return number == null ? null : (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
  }
}
