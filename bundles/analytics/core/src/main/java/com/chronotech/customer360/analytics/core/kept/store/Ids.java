package com.chronotech.customer360.analytics.core.kept.store;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of ids in statements: numbers alone, so that they need no binding. */
final class Ids {
  private Ids() {}

  static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
