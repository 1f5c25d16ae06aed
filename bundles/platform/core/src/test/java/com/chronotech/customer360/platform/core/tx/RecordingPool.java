package com.chronotech.customer360.platform.core.tx;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool whose connections write down what is asked of them, and fail where a test says so. */
final class RecordingPool implements DataSource {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final String zone;
  private final String mode;
  private SQLException atCommit;
  private int made;
  private int open;

  RecordingPool() {
    this("+00:00", "STRICT_TRANS_TABLES");
  }

  RecordingPool(String zone, String mode) {
    this.zone = zone;
    this.mode = mode;
  }

  void failAtCommit(SQLException failure) {
    atCommit = failure;
  }

  int open() {
    return open;
  }

  int made() {
    return made;
  }

  @Override
  public Connection getConnection() {
    made++;
    open++;
    return proxy(Connection.class, new Handler("c" + made));
  }

  private final class Handler implements InvocationHandler {
    private final String name;
    private boolean closed;

    private Handler(String name) {
      this.name = name;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws SQLException {
      switch (method.getName()) {
        case "commit" -> {
          calls.add(name + ".commit");
          SQLException failure = atCommit;
          atCommit = null;
          if (failure != null) {
            throw failure;
          }
        }
        case "rollback" -> calls.add(name + ".rollback");
        case "close" -> {
          if (!closed) {
            closed = true;
            open--;
            calls.add(name + ".close");
          }
        }
        case "setAutoCommit" -> calls.add(name + ".autoCommit=" + arguments[0]);
        case "createStatement" -> {
          return proxy(Statement.class, (s, m, a) -> statement(m, a));
        }
        default -> {
          return answer(self, method, arguments);
        }
      }
      return null;
    }

    private Object statement(Method method, Object[] arguments) {
      if (method.getName().equals("executeQuery")) {
        return proxy(ResultSet.class, (s, m, a) -> row(m, a));
      }
      if (method.getName().equals("execute")) {
        calls.add(name + ": " + arguments[0]);
        return false;
      }
      return null;
    }

    private Object row(Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "next" -> true;
        case "getString" -> arguments[0].equals(1) ? zone : mode;
        default -> null;
      };
    }

    private Object answer(Object self, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "isClosed" -> closed;
        case "getAutoCommit", "isWrapperFor" -> false;
        case "hashCode" -> System.identityHashCode(self);
        case "equals" -> self == arguments[0];
        case "toString" -> name;
        default -> null;
      };
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingPool.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Connection getConnection(String username, String password) {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return null;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return null;
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
