package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.chronotech.FactSource.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was filed or noted: documents in their three shapes, and the second timeline. */
final class RecordSources {
  static final FactSource DOCUMENTS =
      new FactSource(
          List.of("customer_documents"),
          List.of("id", "customer_id"),
          List.of(
              "document_type",
              "category",
              "title",
              "filename",
              "original_filename",
              "description",
              "file_size",
              "mime_type",
              "hash_sha256",
              "checksum_sha256",
              "is_signed",
              "signed_at",
              "signed_by",
              "access_level",
              "version",
              "version_number",
              "uploaded_by",
              "created_by",
              "uploaded_at",
              "upload_date",
              "created_at"),
          false,
          RecordSources::document);

  static final FactSource SECOND_TIMELINE =
      new FactSource(
          List.of("customer_activities"),
          List.of("id", "customer_id", "created_at"),
          List.of(
              "activity_type",
              "title",
              "description",
              "reference_type",
              "reference_table",
              "reference_id",
              "reference_data",
              "metadata",
              "actor_id",
              "user_id",
              "created_by",
              "actor_name",
              "priority",
              "tags",
              "is_visible"),
          false,
          RecordSources::noted);

  /** Tables behind the words that the second timeline refers by. */
  private static final Map<String, String> REFERENCES =
      Map.of(
          "work_order", "work_orders",
          "workorder", "work_orders",
          "invoice", "invoices",
          "payment", "invoice_payments",
          "quote", "quotes",
          "appointment", "appointments",
          "vehicle", "vehicles",
          "document", "customer_documents");

  private RecordSources() {}

  private static List<HostFact> document(HostRow row, Facts facts) throws Refusal {
    String name = row.text("title", "original_filename", "filename");
    String said = name == null ? "nº " + row.id() : name;
    List<HostFact> all = new ArrayList<>();
    all.add(
        facts
            .about(row, "", "document", "Document : " + said)
            .description(row.text("description"))
            .metadata(
                new JsonText()
                    .put("document_type", row.text("document_type", "category"))
                    .put("filename", row.text("original_filename", "filename"))
                    .put("mime_type", row.text("mime_type"))
                    .put("file_size", row.number("file_size"))
                    .put("sha256", row.text("hash_sha256", "checksum_sha256"))
                    .put("access_level", row.text("access_level"))
                    .put("version", row.text("version", "version_number")))
            .actor(row.number("uploaded_by", "created_by"))
            .at(row.time("created_at", "uploaded_at", "upload_date")));
    Instant signed = row.time("signed_at");
    if (signed != null && Facts.holds(signed) && !"0".equals(row.text("is_signed"))) {
      all.add(
          facts
              .about(row, "signed", "document", "Document signé : " + said)
              .metadata(new JsonText().put("signed_by", row.text("signed_by")))
              .at(signed));
    }
    return all;
  }

  private static List<HostFact> noted(HostRow row, Facts facts) throws Refusal {
    if ("0".equals(row.text("is_visible"))) {
      // The host hid it from its own screens; it stays hidden.
      throw new Refusal("hidden");
    }
    String type = row.text("activity_type");
    String title = row.text("title");
    return List.of(
        facts
            .about(row, "", type == null ? "system" : type, title == null ? "Activité" : title)
            .description(row.text("description"))
            .metadata(
                new JsonText()
                    .put("actor_name", row.text("actor_name"))
                    .put("priority", row.text("priority"))
                    .put("tags", row.text("tags"))
                    .put("reference_data", row.text("reference_data"))
                    .put("original_metadata", row.text("metadata")))
            .actor(row.number("actor_id", "user_id", "created_by"))
            .reference(reference(row))
            .at(row.time("created_at")));
  }

  private static HostReference reference(HostRow row) {
    String word = row.text("reference_table", "reference_type");
    Long id = row.number("reference_id");
    return word == null || id == null
        ? null
        : new HostReference(Facts.cut(REFERENCES.getOrDefault(word, word), 50), id);
  }
}
