package com.chronotech.customer360.itests.support;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A database of a test's own on a real server. Thread-safe. */
public final class TestDatabase implements AutoCloseable {
  /** What production sets, as the comments in etc/org.ops4j.datasource-customer360.cfg tell. */
  private static final String FLAGS =
      "cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=250"
          + "&prepStmtCacheSqlLimit=2048&rewriteBatchedStatements=true"
          + "&useLocalSessionState=true&useLocalTransactionState=true"
          + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
          + "&sslMode=DISABLED&allowPublicKeyRetrieval=true"
          + "&connectTimeout=2000&socketTimeout=30000&characterEncoding=UTF-8";

  private final DatabaseServer server;
  private final String name;

  TestDatabase(DatabaseServer server, String name) {
    this.server = server;
    this.name = name;
  }

  void create() {
    serverStatement(
        "create database " + name + " character set utf8mb4 collate utf8mb4_unicode_ci");
  }

  /** The server it stands on. */
  public DatabaseServer server() {
    return server;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its JDBC URL with the flags that production uses. */
  public String url() {
    return url(name);
  }

  private String url(String database) {
    return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + database + "?" + FLAGS;
  }

  /** The driver's own data source: no pool, autocommit on. */
  public DataSource dataSource() {
    return dataSource(url());
  }

  /** For the test's own statements, which may take their time. */
  private Connection patient() throws SQLException {
    return dataSource(url().replace("socketTimeout=30000", "socketTimeout=0")).getConnection();
  }

  private DataSource dataSource(String url) {
    MysqlDataSource dataSource = new MysqlDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(server.user());
    dataSource.setPassword(server.password());
    return dataSource;
  }

  /** Runs a dump, each statement committed by itself, on one connection. */
  public void load(Path dump) {
    try (Reader reader = Files.newBufferedReader(dump)) {
      load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs statements separated by semicolons. */
  public void script(String statements) {
    load(new StringReader(statements));
  }

  private void load(Reader reader) {
    try (Connection connection = patient();
        Statement statement = connection.createStatement()) {
      SqlScript.each(
          reader,
          sql -> {
            try {
              statement.execute(sql);
            } catch (SQLException e) {
              throw new IllegalStateException("failed: " + sql, e);
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs one statement, committed. */
  public int update(String sql) {
    try (Connection connection = patient();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /** The single number that a query finds. */
  public long number(String sql) {
    Object value = rows(sql).get(0).values().iterator().next();
    return ((Number) value).longValue();
  }

  /** Every row, its columns by their lower-case label. */
  public List<Map<String, Object>> rows(String sql) {
    try (Connection connection = patient();
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (rs.next()) {
        Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
          row.put(rs.getMetaData().getColumnLabel(i), rs.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /** Kills every connection to this database, as an administrator or a firewall does. */
  public int killConnections() {
    List<Map<String, Object>> victims =
        rows(
            "select id from information_schema.processlist where id <> connection_id() and db = '"
                + name
                + "'");
    for (Map<String, Object> victim : victims) {
      try {
        update("kill " + victim.get("id"));
      } catch (IllegalStateException gone) {
        // 1094: it ended by itself in between, which is what was wanted.
        if (!(gone.getCause() instanceof SQLException sql) || sql.getErrorCode() != 1094) {
          throw gone;
        }
      }
    }
    return victims.size();
  }

  private void serverStatement(String sql) {
    try (Connection connection = dataSource(url("")).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /** Drops the database. */
  @Override
  public void close() {
    serverStatement("drop database if exists " + name);
  }
}
