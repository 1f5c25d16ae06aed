package com.chronotech.customer360.consents.core.receipt.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/**
 * The page that checks receipts, whole in one file with the keys inside: it works when it was saved
 * and is opened from a disk, and what it checks never leaves the browser.
 */
final class ReceiptCheckPage {
  /** The library is a module, and the page's own script a block after it: one text, one hash. */
  private static final String SCRIPT =
      Html.resource("noble-ed25519-3.2.0.js") + "\n" + Html.resource("receipt-check.js");

  private static final String STYLE = Html.resource("pages.css");
  private static final String TEMPLATE = Html.resource("receipt-check.html");

  private ReceiptCheckPage() {}

  /** What a browser lets the page do: its own script and style, and nothing else. */
  static String policy() {
    return "default-src 'none'; script-src "
        + hash(SCRIPT)
        + "; style-src "
        + hash(STYLE)
        + "; base-uri 'none'; form-action 'none'";
  }

  /**
   * The page.
   *
   * @param keySet a JSON Web Key Set, of base64url and plain words alone
   */
  static String html(String keySet) {
    return Html.fill(
        TEMPLATE,
        Map.of(
            "policy",
            Html.escaped(policy()),
            "style",
            STYLE,
            "keys",
            keySet.replace("<", "\\u003c"),
            "script",
            SCRIPT));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
