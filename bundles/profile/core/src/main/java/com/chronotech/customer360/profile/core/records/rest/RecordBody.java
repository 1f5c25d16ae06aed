package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.RecordField;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.core.records.model.RecordRules;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The body that makes a record, or a merge patch (RFC 7396) of one. */
final class RecordBody {

  /** Bytes of a body. */
  static final int MAX_BYTES = 256 << 10;

  private RecordBody() {}

  /** Reads a body. Faults stay in it, to be refused together with those that the rules find. */
  static RecordChange read(JsonBody body, RecordRules<?> rules) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordField field : rules.kind().fields()) {
      if (rules.settable(field.name())) {
        read(body, field, fields);
      }
    }
    Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    for (Confirmation meant : rules.confirmations()) {
      if (Boolean.TRUE.equals(body.booleanValue(meant.code()))) {
        confirmed.add(meant);
      }
    }
    return new RecordChange(fields, confirmed, null);
  }

  private static void read(JsonBody body, RecordField field, Map<String, Object> fields) {
    int faults = body.violations().size();
    boolean sent = body.isSent(field.name());
    Object value =
        switch (field.type()) {
          case TEXT -> body.text(field.name());
          case FLAG -> body.booleanValue(field.name());
          case WHOLE -> body.number(field.name());
          case DECIMAL -> body.decimal(field.name());
          case TIME -> body.localTime(field.name());
        };
    // a value that could not be read is told already, and is no null that clears
    if (sent && body.violations().size() == faults) {
      fields.put(field.name(), value);
    }
  }
}
