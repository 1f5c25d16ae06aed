package com.chronotech.customer360.consents.core.link.rest;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One request and its answer, without a server. */
final class Exchange {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> form = new HashMap<>();
  private final Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final String method;
  private final String path;
  private String query;
  private String address = "192.0.2.1";
  private int status = 200;

  Exchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  Exchange header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Exchange form(String name, String value) {
    form.put(name, value);
    return this;
  }

  Exchange query(String text) {
    query = text;
    return this;
  }

  Exchange from(String client) {
    address = client;
    return this;
  }

  Exchange send(UnsubscribeServlet servlet) throws Exception {
    servlet.service(request(), response());
    return this;
  }

  int status() {
    return status;
  }

  String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  String answered(String header) {
    return answered.get(header);
  }

  private HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              case "getQueryString" -> query;
              case "getRemoteAddr" -> address;
              case "getHeader" -> headers.get((String) arguments[0]);
              case "getParameter" -> form.get((String) arguments[0]);
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (name, arguments) -> {
          switch (name) {
            case "setStatus" -> status = (Integer) arguments[0];
            case "setHeader", "setIntHeader" ->
                answered.put((String) arguments[0], String.valueOf(arguments[1]));
            case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> {
              // The bytes tell.
            }
            case "getOutputStream" -> {
              return new Output(body);
            }
            default -> throw new UnsupportedOperationException(name);
          }
          return null;
        });
  }

  private interface Call {
    Object answer(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Exchange.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method.getName(), arguments)));
  }

  private static final class Output extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Output(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
