package com.chronotech.customer360.itests.benchmark.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** What a referenced row says. */
record RawReference(String label, String status, BigDecimal amount) {
  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("label", label);
    out.writeStringField("status", status);
    out.writeStringField("amount", amount == null ? null : amount.toPlainString());
    out.writeStringField("currency", amount == null ? null : "CAD");
    out.writeNullField("url");
    out.writeEndObject();
  }
}
