package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.core.rest.ExportFormat.Writer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Writes an export as CSV (RFC 4180). It begins with a byte order mark, without which Excel reads
 * accents wrongly. A cell that a spreadsheet would take for a formula gets an apostrophe before it;
 * a plain number stays a number.
 */
final class CsvWriter implements Writer {
  private static final String HEADER =
      "id,created_at,activity_type,title,description,actor_type,actor_id,actor_name,"
          + "reference_table,reference_id,reference_label,reference_status,reference_amount,"
          + "reference_currency,reference_url,metadata,customer_id\r\n";

  private static final String FORMULA = "=+-@\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final java.io.Writer out;

  CsvWriter(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 16_384);
    out.write('\ufeff');
    out.write(HEADER);
  }

  @Override
  public void write(Activity activity) throws IOException {
    HostReference reference = activity.reference();
    ReferenceSummary summary = activity.referenceSummary();
    out.write(Long.toString(activity.id()));
    cell(activity.createdAt().toString());
    cell(activity.type().code());
    cell(activity.title());
    cell(activity.description());
    cell(activity.actorType() == null ? null : activity.actorType().code());
    cell(activity.actorId());
    cell(activity.actorName());
    cell(reference == null ? null : reference.table());
    cell(reference == null || reference.id() == 0 ? null : Long.valueOf(reference.id()));
    cell(summary == null ? null : summary.label());
    cell(summary == null ? null : summary.status());
    cell(summary == null || summary.amount() == null ? null : summary.amount().toPlainString());
    cell(summary == null ? null : summary.currency());
    cell(summary == null ? null : summary.url());
    cell(activity.metadata());
    cell(activity.customerId());
    out.write("\r\n");
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void cell(Object value) throws IOException {
    out.write(',');
    if (value != null) {
      out.write(quoted(neutral(value.toString())));
    }
  }

  private static String neutral(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static String quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
      }
    }
    return text;
  }
}
