package com.chronotech.customer360.platform.rest;

import java.net.URI;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The successful answers of a resource, as bytes with a length, so that nothing is chunked. */
public final class Answers {
  private static final String CACHING = "private, no-cache";
  private static final String VARY = "Accept, Accept-Language";

  private Answers() {}

  /**
   * 200 with the payload as JSON and a weak {@code ETag} of its bytes, or 304 when the client holds
   * these very bytes.
   */
  public static Response ok(HttpHeaders headers, Object payload) {
    byte[] body = Json.write(payload);
    String tag = tag(body);
    if (holds(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      return Response.notModified()
          .header(HttpHeaders.ETAG, tag)
          .header(HttpHeaders.CACHE_CONTROL, CACHING)
          .header(HttpHeaders.VARY, VARY)
          .build();
    }
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LENGTH, body.length)
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, CACHING)
        .header(HttpHeaders.VARY, VARY)
        .build();
  }

  /** 201 with the payload as JSON. */
  public static Response created(URI location, Object payload) {
    byte[] body = Json.write(payload);
    return Response.created(location)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body)
        .header(HttpHeaders.CONTENT_LENGTH, body.length)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * Two checksums that share no polynomial, and the length: as rare a clash as of 64 random bits,
   * at a twentieth of the cost of a digest. A tag is not a seal, so nothing more is needed.
   */
  static String tag(byte[] body) {
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    first.update(body, 0, body.length);
    second.update(body, 0, body.length);
    long both = first.getValue() << 32 | second.getValue();
    return "W/\"" + Long.toHexString(both) + "-" + Integer.toHexString(body.length) + "\"";
  }

  private static boolean holds(String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag.substring(2)));
  }
}
