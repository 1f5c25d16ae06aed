package com.chronotech.customer360.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the pages are told of an installation. Immutable.
 *
 * @param zone an IANA time zone
 * @param tiles the address of map tiles; empty for none
 * @param attribution whom the map's makers want named
 * @param links the host's pages by what they are for; those that are not configured are left out
 */
record Settings(String zone, String tiles, String attribution, Map<String, String> links) {
  private static final Pattern ORIGIN =
      Pattern.compile("(https?://)([A-Za-z0-9.:{}-]+)/[^\\s;,']*");

  /** Reads a configuration. */
  static Settings of(WebConfiguration configuration) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("work_order_new", configuration.link_work_order_new());
    links.put("appointment_new", configuration.link_appointment_new());
    links.put("vehicle_history", configuration.link_vehicle_history());
    links.put("customer", configuration.link_customer());
    links.put("customer_new", configuration.link_customer_new());
    links.values().removeIf(String::isBlank);
    return new Settings(
        configuration.zone(), configuration.map_tiles(), configuration.map_attribution(), links);
  }

  /** The settings as JSON that can stand in an attribute between double quotes. */
  String json() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("zone", zone);
    told.put("links", links);
    if (!tilesOrigin().isEmpty()) {
      told.put("tiles", Map.of("url", tiles, "attribution", attribution));
    }
    try {
      return new ObjectMapper()
          .writeValueAsString(told)
          .replace("&", "&amp;")
          .replace("\"", "&quot;")
          .replace("<", "&lt;");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  /**
   * The origin of the tiles as a policy names it, with a space before; empty where there are none,
   * or where the address is not one.
   */
  String tilesOrigin() {
    Matcher address = ORIGIN.matcher(tiles);
    return address.matches() ? " " + address.group(1) + address.group(2).replace("{s}", "*") : "";
  }
}
