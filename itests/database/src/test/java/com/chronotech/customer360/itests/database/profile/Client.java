package com.chronotech.customer360.itests.database.profile;

import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.profile.core.ProfileOverview;
import com.chronotech.customer360.profile.core.records.rest.ContactResource;
import com.chronotech.customer360.profile.core.records.rest.VehicleResource;
import com.chronotech.customer360.profile.core.rest.ProfileEdge;
import com.chronotech.customer360.profile.core.rest.ProfileResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** A client of the profile's resources, without the wire between. */
final class Client {
  private final Callers callers;
  private final ProfileResource profile;
  private final ContactResource contacts;
  private final VehicleResource vehicles;
  private final Map<String, String> headers = new HashMap<>();

  Client(TestPlatform platform, ProfileNode node) {
    callers = platform.callers();
    IdempotentWrites writes = new IdempotentWrites(platform.idempotentRequests(), callers);
    profile =
        new ProfileResource(
            new ProfileEdge(
                node.engine(), new ProfileOverview(platform.timeline(), callers), callers, writes));
    contacts = new ContactResource(node.book(), callers, writes);
    vehicles = new VehicleResource(node.book(), callers, writes);
  }

  ProfileResource profile() {
    return profile;
  }

  ContactResource contacts() {
    return contacts;
  }

  VehicleResource vehicles() {
    return vehicles;
  }

  /** Sends a header with the next requests. */
  Client with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sends it no longer. */
  Client without(String name) {
    headers.remove(name);
    return this;
  }

  /** Asks, as a service may. */
  @SuppressWarnings("try") // the scope is there to be closed
  Response ask(String path, BiFunction<UriInfo, HttpHeaders, Response> resource) {
    try (Callers.Scope scope = callers.enter(Caller.service("itest.client"))) {
      return resource.apply(uri(path), headers());
    }
  }

  static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(Response response) {
    try {
      return new ObjectMapper().readTree((byte[]) response.getEntity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpHeaders headers() {
    Map<String, String> sent = Map.copyOf(headers);
    return proxy(HttpHeaders.class, (method, argument) -> sent.get(argument));
  }

  private static UriInfo uri(String path) {
    URI uri = URI.create("http://localhost" + path);
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    if (uri.getQuery() != null) {
      Pattern.compile("&")
          .splitAsStream(uri.getQuery())
          .forEach(
              pair ->
                  query.add(
                      pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
    }
    return proxy(
        UriInfo.class,
        (method, argument) ->
            switch (method) {
              case "getQueryParameters" -> query;
              case "getPath" -> uri.getPath();
              case "getRequestUri" -> uri;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static <T> T proxy(Class<T> type, BiFunction<String, Object, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Client.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.apply(
                    method.getName(),
                    arguments == null || arguments.length == 0 ? null : arguments[0])));
  }
}
