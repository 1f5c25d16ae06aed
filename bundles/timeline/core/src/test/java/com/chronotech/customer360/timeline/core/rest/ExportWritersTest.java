package com.chronotech.customer360.timeline.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWritersTest {

  private static Activity activity(String title, String description) {
    return new Activity(
        1,
        7,
        ActivityType.INVOICE,
        title,
        description,
        "{\"a\":1}",
        ActorType.USER,
        3L,
        "Zoé Morin",
        new HostReference("invoices", 5),
        new ReferenceSummary("F-5", "paid", new BigDecimal("-12.50"), "CAD", "/invoices/5"),
        Instant.parse("2026-11-22T13:45:00.123456Z"));
  }

  private static String write(ExportFormat format, Activity... activities) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportFormat.Writer writer = format.to(out);
    for (Activity activity : activities) {
      writer.write(activity);
    }
    writer.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvIsReadByASpreadsheet() throws IOException {
    String csv = write(ExportFormat.CSV, activity("Facture, \"payée\"", "a\nb"));
    assertThat(csv).startsWith("\ufeffid,created_at,activity_type,title,");
    assertThat(csv.split("\r\n", -1)[1])
        .isEqualTo(
            "1,2026-11-22T13:45:00.123456Z,invoice,\"Facture, \"\"payée\"\"\",\"a\nb\",user,3,"
                + "Zoé Morin,invoices,5,F-5,paid,-12.50,CAD,/invoices/5,\"{\"\"a\"\":1}\",7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1 555", "-x", "@SUM(A1)", "\t=1", "\r=1"})
  void aCellThatLooksLikeAFormulaIsNone(String title) throws IOException {
    String cell = write(ExportFormat.CSV, activity(title, null)).split("invoice,", 2)[1];
    assertThat(cell).matches("(?s)\"?'.*");
  }

  @Test
  void jsonIsOneDocumentThatSaysHowManyItHolds() throws IOException {
    JsonNode whole =
        Json.read(
            write(ExportFormat.JSON, activity("a", null), activity("b", null))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(whole.get("success").booleanValue()).isTrue();
    assertThat(whole.get("count").intValue()).isEqualTo(2);
    JsonNode first = whole.get("activities").get(0);
    assertThat(first.get("metadata").get("a").intValue()).isEqualTo(1);
    assertThat(first.get("reference").get("amount").textValue()).isEqualTo("-12.50");
    assertThat(first.get("created_at").textValue()).isEqualTo("2026-11-22T13:45:00.123456Z");
    assertThat(first.get("description").isNull()).isTrue();
  }

  @Test
  void ndjsonIsOneDocumentALine() throws IOException {
    String lines = write(ExportFormat.NDJSON, activity("a\nb", null), activity("c", null));
    assertThat(lines).endsWith("}\n");
    assertThat(lines.split("\n"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8)).get("id").intValue())
                    .isEqualTo(1));
    assertThat(write(ExportFormat.NDJSON)).isEmpty();
  }
}
