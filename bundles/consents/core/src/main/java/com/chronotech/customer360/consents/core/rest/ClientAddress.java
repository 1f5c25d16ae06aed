package com.chronotech.customer360.consents.core.rest;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;

/** Where a request came from. */
final class ClientAddress {
  private static final int LONGEST = 45;

  private ClientAddress() {}

  /**
   * The client's address.
   *
   * @param forwarded whether a proxy of ours stands before us, whose header can be believed: then
   *     the last address that it names, since those before it are the client's own words
   */
  static String of(HttpServletRequest request, boolean forwarded) {
    if (request == null) {
      return null;
    }
    String header = forwarded ? request.getHeader("X-Forwarded-For") : null;
    String address = header == null ? request.getRemoteAddr() : last(header);
    return address == null ? null : plain(address);
  }

  private static String last(String header) {
    return header.substring(header.lastIndexOf(',') + 1).strip();
  }

  /** Without brackets and without the zone of an interface, which means nothing elsewhere. */
  private static String plain(String address) {
    String bare = address.startsWith("[") ? address.substring(1).replaceFirst("].*", "") : address;
    String text = bare.replaceFirst("%.*", "").toLowerCase(Locale.ROOT);
    return text.isEmpty() || text.length() > LONGEST || !text.matches("[0-9a-f:.]+") ? null : text;
  }
}
