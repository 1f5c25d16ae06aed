package com.chronotech.customer360.platform.idempotency;

import java.util.Objects;

/**
 * What makes two requests the same. The key of one caller, method or path is not that of another,
 * so that nobody reads what somebody else was answered.
 *
 * @param caller the name of who asks
 * @param method the HTTP method, such as {@code POST}
 * @param path the path of the address, without its query
 * @param key the value of {@code Idempotency-Key}, as the client sent it
 */
public record RequestKey(String caller, String method, String path, String key) {
  /** Creates a key; no argument may be null. */
  public RequestKey {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(key, "key");
  }
}
