package com.chronotech.customer360.timeline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the words of older hosts mean in the brief's thirteen types: the one table that the adoption
 * of a database and the reading of rows not adopted yet both go by.
 */
public final class LegacyTypes {

  /** Key in the metadata that keeps the host's own word. */
  public static final String ORIGINAL_TYPE = "original_type";

  /** Key in the metadata that keeps a metadata text of the host that is not a JSON object. */
  public static final String RAW = "raw";

  private static final Map<String, ActivityType> BY_WORD =
      Map.ofEntries(
          Map.entry("work_order", ActivityType.WORKORDER),
          Map.entry("work_orders", ActivityType.WORKORDER),
          Map.entry("workorders", ActivityType.WORKORDER),
          Map.entry("wo", ActivityType.WORKORDER),
          Map.entry("repair", ActivityType.WORKORDER),
          Map.entry("maintenance", ActivityType.WORKORDER),
          Map.entry("intervention", ActivityType.WORKORDER),
          Map.entry("invoices", ActivityType.INVOICE),
          Map.entry("billing", ActivityType.INVOICE),
          Map.entry("facture", ActivityType.INVOICE),
          Map.entry("payments", ActivityType.PAYMENT),
          Map.entry("refund", ActivityType.PAYMENT),
          Map.entry("paiement", ActivityType.PAYMENT),
          Map.entry("quotes", ActivityType.QUOTE),
          Map.entry("estimate", ActivityType.QUOTE),
          Map.entry("devis", ActivityType.QUOTE),
          Map.entry("mail", ActivityType.EMAIL),
          Map.entry("e-mail", ActivityType.EMAIL),
          Map.entry("courriel", ActivityType.EMAIL),
          Map.entry("text_message", ActivityType.SMS),
          Map.entry("texto", ActivityType.SMS),
          Map.entry("phone", ActivityType.CALL),
          Map.entry("phone_call", ActivityType.CALL),
          Map.entry("appel", ActivityType.CALL),
          Map.entry("documents", ActivityType.DOCUMENT),
          Map.entry("file", ActivityType.DOCUMENT),
          Map.entry("upload", ActivityType.DOCUMENT),
          Map.entry("signature", ActivityType.DOCUMENT),
          Map.entry("meeting", ActivityType.APPOINTMENT),
          Map.entry("visit", ActivityType.APPOINTMENT),
          Map.entry("appointments", ActivityType.APPOINTMENT),
          Map.entry("rendez_vous", ActivityType.APPOINTMENT),
          Map.entry("rdv", ActivityType.APPOINTMENT),
          Map.entry("notes", ActivityType.NOTE),
          // the host says neither by which way nor who called: a note claims nothing more
          Map.entry("contact", ActivityType.NOTE),
          Map.entry("comment", ActivityType.NOTE),
          Map.entry("commentaire", ActivityType.NOTE),
          Map.entry("consents", ActivityType.CONSENT),
          Map.entry("consent_update", ActivityType.CONSENT),
          Map.entry("gdpr", ActivityType.CONSENT),
          Map.entry("vehicle", ActivityType.VEHICLE_ADDED),
          Map.entry("vehicle_add", ActivityType.VEHICLE_ADDED),
          Map.entry("vehicle_created", ActivityType.VEHICLE_ADDED),
          Map.entry("create", ActivityType.SYSTEM),
          Map.entry("created", ActivityType.SYSTEM),
          Map.entry("update", ActivityType.SYSTEM),
          Map.entry("updated", ActivityType.SYSTEM),
          Map.entry("delete", ActivityType.SYSTEM),
          Map.entry("deleted", ActivityType.SYSTEM),
          Map.entry("status_change", ActivityType.SYSTEM),
          Map.entry("profile_update", ActivityType.SYSTEM),
          Map.entry("login", ActivityType.SYSTEM),
          Map.entry("import", ActivityType.SYSTEM),
          Map.entry("merge", ActivityType.SYSTEM));

  private LegacyTypes() {}

  /** The words of older hosts that are none of the thirteen codes, each with its meaning. */
  public static Map<String, ActivityType> words() {
    return BY_WORD;
  }

  /**
   * The type a stored word means: a code of the thirteen or a known word of older hosts, blanks
   * around it and case ignored; empty for anything else, null included.
   */
  public static Optional<ActivityType> map(String stored) {
    if (stored == null) {
      return Optional.empty();
    }
    String word = stored.strip().toLowerCase(Locale.ROOT);
    return ActivityType.ofCode(word).or(() -> Optional.ofNullable(BY_WORD.get(word)));
  }
}
