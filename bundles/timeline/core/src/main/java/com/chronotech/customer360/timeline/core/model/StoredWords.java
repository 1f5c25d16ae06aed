package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.LegacyTypes;
import com.chronotech.customer360.timeline.core.json.JsonText;

/** What a row says that a host's own scripts wrote: any word for a type, any text for metadata. */
public final class StoredWords {

  private StoredWords() {}

  /** The type a stored word reads as; {@link ActivityType#SYSTEM} for one that means nothing. */
  public static ActivityType type(String stored) {
    return LegacyTypes.map(stored).orElse(ActivityType.SYSTEM);
  }

  /**
   * The metadata as a JSON object: text that is none stands under {@link LegacyTypes#RAW}, and a
   * word that is not the type's own under {@link LegacyTypes#ORIGINAL_TYPE}.
   *
   * @param stored the stored text; null and blank for none
   * @param validJson whether the database vouches that it is JSON
   * @param storedType the stored type; null for none
   * @return null when there is nothing to say
   */
  public static String metadata(String stored, boolean validJson, String storedType) {
    String object = stored == null || stored.isBlank() ? null : object(stored, validJson);
    boolean known =
        storedType == null
            || storedType.isEmpty()
            || ActivityType.ofCode(storedType).isPresent()
            || (object != null && object.contains("\"" + LegacyTypes.ORIGINAL_TYPE + "\""));
    if (known) {
      return object;
    }
    String original = "\"" + LegacyTypes.ORIGINAL_TYPE + "\":" + JsonText.quote(storedType) + "}";
    if (object == null || object.substring(1).strip().equals("}")) {
      return "{" + original;
    }
    return object.substring(0, object.lastIndexOf('}')) + "," + original;
  }

  private static String object(String stored, boolean validJson) {
    boolean object = validJson ? stored.stripLeading().startsWith("{") : JsonText.isObject(stored);
    return object ? stored : "{\"" + LegacyTypes.RAW + "\":" + JsonText.quote(stored) + "}";
  }
}
