package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Guardian;

/** The personal facts of an entry as the canonical text that is committed to. */
public final class Detail {
  private static final int LENGTH = 256;

  private Detail() {}

  /** The text, as RFC 8785 wants it. */
  public static String canonical(long customerId, Collected collected) {
    return new JsonWriter(LENGTH)
        .number("collected_by", collected.collectedBy())
        .text("collector", collected.collector())
        .number("customer_id", customerId)
        .text("evidence", collected.evidence())
        .object("guardian", guardian(collected.guardian()))
        .text("ip_address", collected.ipAddress())
        .end();
  }

  /**
   * Whether evidence and guardian, where given, are those of an earlier entry. A canonical text has
   * one spelling, and quotes within its values are escaped, so that members are found as texts.
   *
   * @param detail of the earlier entry; null once it was erased
   */
  static boolean addsNothing(Collected collected, String detail) {
    String evidence = new JsonWriter(LENGTH).text("evidence", collected.evidence()).end();
    String person = new JsonWriter(LENGTH).object("guardian", guardian(collected.guardian())).end();
    return (collected.evidence() == null || holds(detail, evidence))
        && (collected.guardian() == null || holds(detail, person));
  }

  private static boolean holds(String detail, String object) {
    return detail != null && detail.contains(object.substring(1, object.length() - 1) + ",");
  }

  private static String guardian(Guardian guardian) {
    return guardian == null
        ? "null"
        : new JsonWriter(LENGTH)
            .text("contact", guardian.contact())
            .text("name", guardian.name())
            .text("relationship", guardian.relationship())
            .end();
  }
}
