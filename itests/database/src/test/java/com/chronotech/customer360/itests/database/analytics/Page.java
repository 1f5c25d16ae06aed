package com.chronotech.customer360.itests.database.analytics;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What a browser got.
 *
 * @param status the status
 * @param html the body
 * @param headers of the answer
 */
record Page(int status, String html, Map<String, String> headers) {

  static Page get(Servlet servlet, String path) throws Exception {
    return of(servlet, "GET", path, Map.of());
  }

  static Page post(Servlet servlet, String path, Map<String, String> form) throws Exception {
    return of(servlet, "POST", path, form);
  }

  private static Page of(Servlet servlet, String method, String path, Map<String, String> form)
      throws Exception {
    Map<String, Object> request = new HashMap<>();
    request.put("getMethod", method);
    request.put("getPathInfo", path);
    request.put("getRemoteAddr", "192.0.2.7");
    request.put("getContentLengthLong", (long) form.toString().length());
    Map<String, String> headers = new HashMap<>();
    int[] status = {200};
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    servlet.service(
        proxy(
            HttpServletRequest.class,
            (self, called, arguments) ->
                called.getName().equals("getParameter")
                    ? form.get((String) arguments[0])
                    : request.get(called.getName())),
        proxy(
            HttpServletResponse.class,
            (self, called, arguments) -> {
              if (called.getName().equals("setStatus")) {
                status[0] = (Integer) arguments[0];
              } else if (called.getName().endsWith("Header")) {
                headers.put((String) arguments[0], String.valueOf(arguments[1]));
              }
              return called.getName().equals("getOutputStream") ? new Kept(body) : null;
            }));
    return new Page(status[0], body.toString(StandardCharsets.UTF_8), headers);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Page.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Kept extends ServletOutputStream {
    private final ByteArrayOutputStream kept;

    Kept(ByteArrayOutputStream kept) {
      this.kept = kept;
    }

    @Override
    public void write(int octet) {
      kept.write(octet);
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
