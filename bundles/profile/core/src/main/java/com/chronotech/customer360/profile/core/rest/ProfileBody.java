package com.chronotech.customer360.profile.core.rest;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.core.model.ProfileRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The body of a merge patch (RFC 7396) of a profile. */
final class ProfileBody {

  /** Bytes of a body. */
  static final int MAX_BYTES = 64 << 10;

  private ProfileBody() {}

  /**
   * Reads a body, and refuses it with every fault of reading and of the rules at once.
   *
   * @param reason why, in words; null when it was not said
   */
  static ProfileChange read(long customerId, JsonBody body, String reason) {
    ProfileChange.Builder change = ProfileChange.of(customerId).reason(reason);
    for (ProfileColumn field : ProfileColumn.values()) {
      read(body, field, change);
    }
    ProfileChange sent = change.build();
    List<Violation> faults = new ArrayList<>();
    ProfileRules.check(sent, faults);
    faults.forEach(found -> body.violation(found.field(), found.code(), found.message()));
    body.check();
    return sent;
  }

  private static void read(JsonBody body, ProfileColumn field, ProfileChange.Builder change) {
    Function<String, Object> reader =
        switch (field) {
          case SEGMENTS -> body::texts;
          case TAX_EXEMPT -> body::booleanValue;
          default -> body::text;
        };
    int faults = body.violations().size();
    boolean sent = body.isSent(field.code());
    Object value = reader.apply(field.code());
    // a value that could not be read is told already, and is no null that clears
    if (sent && body.violations().size() == faults) {
      change.set(field, value);
    }
  }
}
