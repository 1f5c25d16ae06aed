package com.chronotech.customer360.platform.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The successful answers of a resource, as bytes with a length, so that nothing is chunked.
 *
 * <p>An answer about one customer carries the customer's level of privacy ({@code normal}, {@code
 * restreint} or {@code confidentiel}) in its header {@link #PRIVACY_LEVEL}, so that proxies and
 * clients can act on it without reading the body, and as {@code privacy_level} in its payload,
 * which the resource puts there: the header alone would not change the {@code ETag}.
 */
public final class Answers {
  /** The header with the level of privacy of the customer that an answer is about. */
  public static final String PRIVACY_LEVEL = "X-Privacy-Level";

  /** For a page with nothing but its own markup, inline styles and inline pictures. */
  public static final String STILL_PAGE =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String CACHING = "private, no-cache";
  private static final String VARY = "Accept, Accept-Language, Accept-Encoding";
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

  private Answers() {}

  /**
   * 200 with the payload as JSON and a weak {@code ETag} of its bytes, or 304 when the client holds
   * these very bytes.
   */
  public static Response ok(HttpHeaders headers, Object payload) {
    return ok(headers, payload, null);
  }

  /**
   * As {@link #ok(HttpHeaders, Object)}, about one customer.
   *
   * @param privacyLevel the customer's level of privacy; null leaves the header out
   */
  public static Response ok(HttpHeaders headers, Object payload, String privacyLevel) {
    return bytes(headers, MediaType.APPLICATION_JSON_TYPE, Json.write(payload), privacyLevel);
  }

  /**
   * As {@link #ok(HttpHeaders, Object, String)}, with an {@code ETag} that names a state besides
   * the bytes: what can be written of the representation, where it shows more than that. The bytes
   * tell a reader whether anything is new; {@link Preconditions#requireState} compares the state
   * alone, so that what only surrounds it does not bar a write.
   *
   * @param state a short name of the state, of letters and digits
   */
  public static Response ok(
      HttpHeaders headers, Object payload, String privacyLevel, String state) {
    byte[] body = Json.write(payload);
    String tag = stateTag(state + '.' + tag(body).replaceAll("[^0-9a-f-]", ""));
    return bytes(headers, MediaType.APPLICATION_JSON_TYPE, body, privacyLevel, tag);
  }

  /** The {@code ETag} of a state alone, for the answer to a write. */
  public static String stateTag(String state) {
    return "W/\"" + state + "\"";
  }

  /**
   * 200 with bytes of another type and a weak {@code ETag}, or 304 when the client holds them.
   *
   * @param privacyLevel the level of privacy of the customer that they are about; null for none
   */
  public static Response bytes(
      HttpHeaders headers, MediaType type, byte[] body, String privacyLevel) {
    return bytes(headers, type, body, privacyLevel, tag(body));
  }

  private static Response bytes(
      HttpHeaders headers, MediaType type, byte[] body, String privacyLevel, String tag) {
    boolean held = holds(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
    Response.ResponseBuilder answer =
        held
            ? Response.notModified()
            : Response.ok(body, type).header(HttpHeaders.CONTENT_LENGTH, body.length);
    return level(answer, privacyLevel)
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, CACHING)
        .header(HttpHeaders.VARY, VARY)
        .build();
  }

  /**
   * 200 with a page, or 304 when the client holds it.
   *
   * @param page the whole page, in which texts of others are escaped already
   * @param contentSecurityPolicy what a browser lets it do, such as {@link #STILL_PAGE}
   * @param privacyLevel the level of privacy of the customer that it is about; null for none
   */
  public static Response html(
      HttpHeaders headers, String page, String contentSecurityPolicy, String privacyLevel) {
    Response answer = bytes(headers, HTML, page.getBytes(StandardCharsets.UTF_8), privacyLevel);
    return Response.fromResponse(answer)
        .header("Content-Security-Policy", contentSecurityPolicy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /** 201 with the payload as JSON. */
  public static Response created(URI location, Object payload) {
    return created(location, payload, null);
  }

  /**
   * As {@link #created(URI, Object)}, about one customer.
   *
   * @param privacyLevel the customer's level of privacy; null leaves the header out
   */
  public static Response created(URI location, Object payload, String privacyLevel) {
    return written(Response.created(location), payload, privacyLevel);
  }

  /**
   * 200 with the payload as JSON to a write, which is not to be kept by anybody.
   *
   * @param privacyLevel the level of privacy of the customer that it is about; null for none
   */
  public static Response done(Object payload, String privacyLevel) {
    return written(Response.ok(), payload, privacyLevel);
  }

  /**
   * 204, for instance to a deletion.
   *
   * @param privacyLevel the level of privacy of the customer that it is about; null for none
   */
  public static Response noContent(String privacyLevel) {
    return level(Response.noContent(), privacyLevel)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** 204, about nobody. */
  public static Response noContent() {
    return noContent(null);
  }

  /**
   * The {@code ETag} with which {@link #ok(HttpHeaders, Object)} answers a payload: what {@link
   * Preconditions#require} compares before a write. It must be made of the payload that a read
   * answers, in the transaction that writes, after the rows are locked.
   */
  public static String tagOf(Object payload) {
    return tag(Json.write(payload));
  }

  private static Response written(
      Response.ResponseBuilder answer, Object payload, String privacyLevel) {
    byte[] body = Json.write(payload);
    return level(answer, privacyLevel)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body)
        .header(HttpHeaders.CONTENT_LENGTH, body.length)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response.ResponseBuilder level(
      Response.ResponseBuilder answer, String privacyLevel) {
    return privacyLevel == null ? answer : answer.header(PRIVACY_LEVEL, privacyLevel);
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
