package com.chronotech.customer360.consents.core.ledger.rest;

import com.chronotech.customer360.consents.core.ledger.model.LedgerProblems;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.io.InputStream;
import java.time.LocalDate;

/**
 * What a client asks to verify.
 *
 * @param scope one of the words below
 * @param day the day of a root; null for another scope
 * @param customerId a customer; null for another scope
 */
record VerifyRequest(String scope, LocalDate day, Long customerId) {
  static final String EVERYTHING = "everything";
  static final String DAY = "day";
  static final String CUSTOMER = "customer";

  private static final int MAX_BYTES = 4_096;

  /** Reads a body; one that is not sent asks for everything. */
  static VerifyRequest read(InputStream sent) {
    JsonBody body = JsonBody.readOptional(sent, MAX_BYTES);
    String scope = body.isSent("scope") ? body.text("scope") : EVERYTHING;
    LocalDate day = body.date("day");
    Long customerId = body.number("customer_id");
    switch (scope == null ? "" : scope) {
      case EVERYTHING -> {
        refuse(body, "day", day);
        refuse(body, "customer_id", customerId);
      }
      case DAY -> {
        require(body, "day", "ledger.day", day != null);
        refuse(body, "customer_id", customerId);
      }
      case CUSTOMER -> {
        require(body, "customer_id", "ledger.customer", customerId != null && customerId > 0);
        refuse(body, "day", day);
      }
      default -> body.violation("scope", "ledger.scope", LedgerProblems.text("ledger.scope"));
    }
    body.check();
    return new VerifyRequest(scope, day, customerId);
  }

  private static void require(JsonBody body, String field, String code, boolean there) {
    if (!there && !alreadyRefused(body, field)) {
      body.violation(field, code, LedgerProblems.text(code));
    }
  }

  private static void refuse(JsonBody body, String field, Object value) {
    if (value != null) {
      body.violation(field, "ledger.not_with_scope", LedgerProblems.text("ledger.not_with_scope"));
    }
  }

  private static boolean alreadyRefused(JsonBody body, String field) {
    return body.violations().stream().anyMatch(one -> one.field().equals(field));
  }
}
