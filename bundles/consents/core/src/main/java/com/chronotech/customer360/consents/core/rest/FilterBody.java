package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.util.List;

/**
 * What a campaign asks.
 *
 * @param customerIds of which customers
 * @param type for which purpose
 * @param messageClass what the message is; null for express consent alone
 */
record FilterBody(List<Long> customerIds, ConsentType type, MessageClass messageClass) {

  static FilterBody read(JsonBody body, int mostCustomers) {
    List<Long> ids = body.numbers("customer_ids");
    if (ids == null
        ? body.violations().isEmpty()
        : ids.size() > mostCustomers || ids.stream().anyMatch(id -> id <= 0)) {
      fault(body, "customer_ids", "consents.customer_ids", mostCustomers);
    }
    String code = body.requiredText("consent_type");
    ConsentType type = ConsentType.ofCode(code).orElse(null);
    if (code != null && type == null) {
      fault(body, "consent_type", "consents.unknown_type", code);
    }
    String word = body.text("message_class");
    MessageClass messageClass = MessageClass.ofCode(word).orElse(null);
    if (word != null && messageClass == null) {
      fault(body, "message_class", "consents.unknown_message_class", word);
    }
    body.check();
    return new FilterBody(ids, type, messageClass);
  }

  private static void fault(JsonBody body, String field, String code, Object... arguments) {
    body.violation(field, code, ConsentProblems.text(code, arguments));
  }
}
