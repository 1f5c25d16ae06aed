package com.chronotech.customer360.itests.support;

import java.util.EnumMap;
import java.util.Map;

/** The servers of a test run, each started when it is first asked for. Thread-safe. */
public final class Servers implements AutoCloseable {
  private final Map<ServerProduct, DatabaseServer> running = new EnumMap<>(ServerProduct.class);

  /** The server of a product, running. */
  public synchronized DatabaseServer get(ServerProduct product) {
    return running.computeIfAbsent(product, DatabaseServer::start);
  }

  /** Ends them all. */
  @Override
  public synchronized void close() {
    running.values().forEach(DatabaseServer::close);
    running.clear();
  }
}
