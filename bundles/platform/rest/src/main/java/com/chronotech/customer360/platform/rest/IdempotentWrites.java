package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.idempotency.IdempotentRequests;
import com.chronotech.customer360.platform.idempotency.RequestKey;
import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The writes of resources by {@code Idempotency-Key}: a repeat within 24 hours gives the first
 * answer, once done. Thread-safe.
 */
@Component(service = IdempotentWrites.class)
public final class IdempotentWrites {
  /** The header of a request. */
  public static final String HEADER = "Idempotency-Key";

  private static final int FIRST_FAILURE = 400;

  private final IdempotentRequests requests;
  private final Callers callers;

  /** Creates the writes over the platform's services. */
  @Activate
  public IdempotentWrites(@Reference IdempotentRequests requests, @Reference Callers callers) {
    this.requests = requests;
    this.callers = callers;
  }

  /**
   * Does a write, or answers its repeat. Without a key the write simply runs. With one it runs in a
   * transaction, perhaps again after a conflict, so that it must not read the request's stream:
   * read the body and check its fields before.
   *
   * <p>Kept are the status, {@code Location}, the level of privacy and the JSON; a repeat has them,
   * and no other header. An answer with a status of 400 and more is a failure as any other: it
   * rolls back, and nothing is kept.
   *
   * @param method the HTTP method of the resource, such as {@code POST}
   * @param uri the address: its path is part of the key, its query of the content
   * @param key the value of the header {@link #HEADER}; null when it was not sent
   * @param body the bytes of the body, such as {@link JsonBody#bytes}; null for none
   * @param write what is done once
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code REFUSED} or
   *     {@code CONFLICT}, as {@link IdempotentRequests#once} says, or what the write throws
   */
  public Response once(
      String method, UriInfo uri, String key, byte[] body, Supplier<Response> write) {
    if (key == null) {
      return write.get();
    }
    Caller caller =
        callers.current().orElseThrow(() -> new IllegalStateException("nobody is asking"));
    RequestKey request = new RequestKey(caller.name(), method, uri.getPath(), key);
    StoredAnswer answer = requests.once(request, content(uri, body), () -> stored(write.get()));
    return response(answer);
  }

  private static byte[] content(UriInfo uri, byte[] body) {
    String query = uri.getRequestUri().getRawQuery();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
    // No query holds it as it is, so that no two requests read alike.
    content.write('\n');
    content.writeBytes(body == null ? new byte[0] : body);
    return content.toByteArray();
  }

  private static StoredAnswer stored(Response response) {
    if (response.getStatus() >= FIRST_FAILURE) {
      throw new WebApplicationException(response);
    }
    String body = null;
    if (response.hasEntity()) {
      if (!(response.getEntity() instanceof byte[] json)
          || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
        throw new IllegalStateException("only JSON of " + Answers.class + " is kept for repeats");
      }
      body = new String(json, StandardCharsets.UTF_8);
    }
    return new StoredAnswer(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        response.getHeaderString(Answers.PRIVACY_LEVEL),
        body);
  }

  private static Response response(StoredAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.privacyLevel() != null) {
      response.header(Answers.PRIVACY_LEVEL, answer.privacyLevel());
    }
    if (answer.body() != null) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response
          .entity(body)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.CONTENT_LENGTH, body.length);
    }
    return response.build();
  }
}
