package com.chronotech.customer360.platform.rest;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A request without parameters or headers, and what it was answered. */
public final class ServletExchange {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private boolean committed;

  /**
   * Prepares a request.
   *
   * @param path behind the servlet's own; may be null
   */
  public ServletExchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** The request. */
  public HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              default -> null;
            });
  }

  /** Where the answer goes. */
  public HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (name, arguments) ->
            switch (name) {
              case "isCommitted" -> committed;
              case "getOutputStream" -> stream();
              case "setStatus" -> answered((int) arguments[0]);
              case "setHeader", "setIntHeader" ->
                  headers.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
              default -> null;
            });
  }

  private Object answered(int code) {
    status = code;
    return null;
  }

  /** Says that an answer has begun. */
  public void commit() {
    committed = true;
  }

  /** The status answered; 0 for none. */
  public int status() {
    return status;
  }

  /** A header of the answer; null for none. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The body of the answer. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        body.write(one);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {}
    };
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> answer.to(called.getName(), arguments)));
  }
}
