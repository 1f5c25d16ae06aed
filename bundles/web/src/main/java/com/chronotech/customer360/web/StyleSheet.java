package com.chronotech.customer360.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The style sheets of the pages, joined: the browser draws nothing before it has the last one. */
final class StyleSheet {
  /** Where the joined one is. */
  static final String PATH = "styles.css";

  private static final List<String> IN_ORDER =
      List.of(
          "vendor/bootstrap/css/bootstrap-reboot.min.css",
          "css/tokens.css",
          "css/base.css",
          "css/components.css",
          "css/pages.css",
          "css/customers.css",
          "css/dashboard.css",
          "css/administration.css",
          "css/customer.css",
          "css/timeline.css",
          "css/consents.css",
          "css/analytics.css",
          "css/print.css");

  private StyleSheet() {}

  /** Takes the single ones out of some files, and puts the joined one in. */
  static void join(Map<String, byte[]> contents) {
    StringBuilder joined = new StringBuilder();
    for (String path : IN_ORDER) {
      byte[] single = contents.remove(path);
      if (single == null) {
        throw new IllegalStateException("no style sheet " + path);
      }
      joined.append(new String(single, StandardCharsets.UTF_8)).append('\n');
    }
    contents.put(PATH, joined.toString().getBytes(StandardCharsets.UTF_8));
  }
}
