package com.chronotech.customer360.itests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the outbox's rows announce. */
final class Announcements {
  private Announcements() {}

  static List<Long> of(TestDatabase database, long customer) {
    ObjectMapper json = new ObjectMapper();
    List<Long> ids = new ArrayList<>();
    for (Map<String, Object> row :
        database.rows(
            "select payload from c360_outbox where customer_id in (0, "
                + customer
                + ") order by coalesce(seq, 1000000000), id")) {
      try {
        for (JsonNode entry : json.readTree(row.get("payload").toString()).get("activities")) {
          if (entry.get(1).asLong() == customer) {
            ids.add(entry.get(0).asLong());
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return ids;
  }
}
