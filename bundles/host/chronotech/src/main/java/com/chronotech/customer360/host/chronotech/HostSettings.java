package com.chronotech.customer360.host.chronotech;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the configuration says of the host.
 *
 * @param zone the zone of its wall-clock times
 * @param currency the currency of its amounts
 * @param words what its status words mean
 * @param urls the address of a table's screens, by table, with {@code {id}} for the row's id
 */
record HostSettings(ZoneId zone, String currency, HostWords words, Map<String, String> urls) {
  private static final String URL = "reference.url.";

  HostSettings {
    urls = Map.copyOf(urls);
  }

  /**
   * Reads the configuration.
   *
   * @throws java.time.DateTimeException if it names a zone that is none
   * @throws IllegalArgumentException if it names a state that is none
   */
  static HostSettings of(HostConfiguration configuration, Map<String, Object> properties) {
    Map<String, String> urls = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(URL)) {
            urls.put(name.substring(URL.length()), String.valueOf(value));
          }
        });
    return new HostSettings(
        ZoneId.of(configuration.zone()), configuration.currency(), HostWords.of(properties), urls);
  }

  /** The address of a row's screen; null when none is configured. */
  String url(String table, long id) {
    String pattern = urls.get(table);
    return pattern == null ? null : pattern.replace("{id}", Long.toString(id));
  }
}
