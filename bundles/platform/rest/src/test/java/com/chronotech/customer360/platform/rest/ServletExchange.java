package com.chronotech.customer360.platform.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A request, and what it was answered. */
public final class ServletExchange {
  private final String method;
  private final String path;
  private final Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String[]> parameters = new TreeMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private final List<String> setCookies = new ArrayList<>();
  private byte[] content = new byte[0];
  private boolean secure;
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

  /** Sends a header. */
  public ServletExchange with(String header, String value) {
    sent.put(header, value);
    return this;
  }

  /** Sends a cookie. */
  public ServletExchange withCookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  /** Sends a parameter, however often. */
  public ServletExchange withParameter(String name, String... values) {
    parameters.put(name, values);
    return this;
  }

  /** Sends a body. */
  public ServletExchange withBody(String type, String body) {
    content = body.getBytes(StandardCharsets.UTF_8);
    return with("Content-Type", type);
  }

  /** Sends it over TLS. */
  public ServletExchange overTls() {
    secure = true;
    return this;
  }

  /** The request. */
  public HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              case "getHeader" -> sent.get((String) arguments[0]);
              case "getHeaders" ->
                  Collections.enumeration(
                      Optional.ofNullable(sent.get((String) arguments[0])).stream().toList());
              case "getHeaderNames" -> Collections.enumeration(sent.keySet());
              case "getContentType" -> sent.get("Content-Type");
              case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
              case "getParameterMap" -> parameters;
              case "getAttribute" -> attributes.get((String) arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              case "getInputStream" -> input();
              case "isSecure" -> secure;
              case "getRemoteAddr" -> "192.0.2.1";
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
              case "addHeader" -> setCookies.add(String.valueOf(arguments[1]));
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

  /** The cookies that the answer sets. */
  public List<String> setCookies() {
    return setCookies;
  }

  /** The body of the answer. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private ServletInputStream input() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(content);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return bytes.read(into, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {}
    };
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
