package com.chronotech.customer360.itests.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Metadata that carries one text. */
final class Texts {
  private Texts() {}

  static String json(String text) {
    try {
      return new ObjectMapper().writeValueAsString(Map.of("v", text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String valueOf(String metadata) {
    try {
      return new ObjectMapper().readTree(metadata).get("v").textValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
