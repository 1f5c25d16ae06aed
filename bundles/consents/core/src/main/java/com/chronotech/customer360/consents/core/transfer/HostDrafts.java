package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.JsonWriter;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.transfer.model.HostDecision;
import com.chronotech.customer360.consents.core.transfer.model.HostRow;
import com.chronotech.customer360.host.HostCustomer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes drafts of what the host's rows tell. */
final class HostDrafts {
  private static final int LONGEST_SOURCE = 100;
  private static final int LONGEST_ADDRESS = 45;
  private static final String COLLECTOR = "customer360 adoption";

  private HostDrafts() {}

  /**
   * The draft of a decision.
   *
   * @param notice what an administrator vouches was shown; empty when nothing proves it
   */
  static Draft of(HostDecision decision, HostCustomer customer, Optional<StoredNotice> notice) {
    HostRow row = decision.row();
    Instant at = decision.at().truncatedTo(ChronoUnit.MICROS);
    boolean unproven = decision.agreed() && notice.isEmpty();
    return new Draft(
        Customers.person(customer),
        decision.type(),
        decision.agreed() ? Decision.GRANTED : Decision.REVOKED,
        unproven ? Entry.UNPROVEN : Entry.EXPRESS,
        notice.map(stored -> stored.shownTo(customer.languageCode())).orElse(null),
        source(row),
        null,
        new Collected(address(row), row.collectedBy(), COLLECTOR, null, evidence(decision)),
        Draft.ADOPTION,
        at,
        decision.agreed() ? end(decision, customer, notice, at) : null,
        row.times().expiresAt() != null,
        null,
        true);
  }

  private static Instant end(
      HostDecision decision, HostCustomer customer, Optional<StoredNotice> notice, Instant at) {
    Instant told = decision.row().times().expiresAt();
    Integer months = notice.map(stored -> stored.notice().validityMonths()).orElse(null);
    if (months == null) {
      return told;
    }
    Instant end = at.atZone(customer.zone()).plusMonths(months).toInstant();
    return told == null || end.isBefore(told) ? end : told;
  }

  private static String source(HostRow row) {
    String source = row.source() == null ? "" : row.source().replaceAll("\\p{Cntrl}", " ").strip();
    if (source.isEmpty()) {
      return row.place().table();
    }
    return source.codePointCount(0, source.length()) <= LONGEST_SOURCE
        ? source
        : source.substring(0, source.offsetByCodePoints(0, LONGEST_SOURCE));
  }

  private static String address(HostRow row) {
    String address = row.ipAddress() == null ? "" : row.ipAddress().strip();
    return address.isEmpty() || address.length() > LONGEST_ADDRESS ? null : address;
  }

  /** Where the decision was read, so that anybody can look at the host's own row. */
  private static String evidence(HostDecision decision) {
    HostRow row = decision.row();
    return new JsonWriter(200)
        .number("host_id", row.said().id())
        .text("host_note", row.note())
        .text("host_table", row.place().table())
        .text("host_word", row.said().word())
        .truth("time_is_known", !decision.undated())
        .end();
  }
}
