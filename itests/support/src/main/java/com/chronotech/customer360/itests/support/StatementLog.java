package com.chronotech.customer360.itests.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * A data source that remembers every statement sent through it and by which thread. Stands below
 * the pool, so that nothing passes it by but what is asked of a new connection. Thread-safe.
 */
public final class StatementLog {
  /** Asked once of a connection that the pool has just made, by whoever gets it first. */
  private static final String OF_A_NEW_CONNECTION = "select @@session.time_zone";

  private record Sent(Thread by, String sql) {}

  private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();

  /** A data source that hands out the target's connections and remembers their statements. */
  public DataSource watch(DataSource target) {
    return proxy(
        DataSource.class,
        target,
        (name, sql, result) ->
            result instanceof Connection connection ? watch(connection) : result);
  }

  private Connection watch(Connection target) {
    return proxy(
        Connection.class,
        target,
        (name, sql, result) -> {
          if (result instanceof PreparedStatement prepared) {
            return watch(PreparedStatement.class, prepared, sql);
          }
          return result instanceof Statement plain ? watch(Statement.class, plain, null) : result;
        });
  }

  private <T extends Statement> T watch(Class<T> type, T target, String prepared) {
    return proxy(
        type,
        target,
        (name, sql, result) -> {
          String statement = sql == null ? prepared : sql;
          if (name.startsWith("execute")
              && (statement == null || !statement.startsWith(OF_A_NEW_CONNECTION))) {
            sent.add(new Sent(Thread.currentThread(), statement));
          }
          return result;
        });
  }

  /** The statements that this thread has sent since the last call, in order. */
  public List<String> takeMine() {
    Thread me = Thread.currentThread();
    List<String> mine = sent.stream().filter(s -> s.by() == me).map(Sent::sql).toList();
    sent.removeIf(s -> s.by() == me);
    return mine;
  }

  private interface Seen {
    Object after(String method, String sql, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T target, Seen seen) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementLog.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(target, arguments);
                String sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                        ? text
                        : null;
                return seen.after(method.getName(), sql, result);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
