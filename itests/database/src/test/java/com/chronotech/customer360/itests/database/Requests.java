package com.chronotech.customer360.itests.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** What a resource is handed of a request, and what it answers, without the wire between. */
public final class Requests {

  private Requests() {}

  /** The body of an answer. */
  public static JsonNode json(Response response) {
    try {
      return new ObjectMapper().readTree((byte[]) response.getEntity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headers sent. */
  public static HttpHeaders headers(Map<String, String> headers) {
    Map<String, String> sent = Map.copyOf(headers);
    return proxy(HttpHeaders.class, (method, argument) -> sent.get(argument));
  }

  /** An address with its query. */
  public static UriInfo uri(String path) {
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
            Requests.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.apply(
                    method.getName(),
                    arguments == null || arguments.length == 0 ? null : arguments[0])));
  }
}
