package com.chronotech.customer360.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

class DatabaseServerTest {

  @EveryServer
  void servesItsOwnDatabase(ServerProduct product, TestDatabase database) {
    String version = database.rows("select version() as v").get(0).get("v").toString();

    assertThat(version).startsWith(product.label().replaceAll(".*-", ""));
    assertThat(database.number("select 40 + 2")).isEqualTo(42);
  }

  @EveryServer
  void keepsCommittedRowsOverAKillAndAStop(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.update("create table t (id int primary key)");
      database.update("insert into t values (1)");
      server.kill();
      server.start();
      database.update("insert into t values (2)");
      server.stop();
      server.start();

      assertThat(database.number("select count(*) from t")).isEqualTo(2);
      assertThat(server.residentBytes()).isBetween(30_000_000L, 800_000_000L);
    }
  }

  @EveryServer
  void loadsScriptsWithQuotedSemicolons(TestDatabase database) {
    database.script(
        "-- a comment; with a semicolon\ncreate table words (w varchar(50));\n"
            + "insert into words values ('a;b'),('it''s'),('c\\';d');# last\n;");

    assertThat(database.rows("select w from words order by w"))
        .extracting(row -> row.get("w"))
        .containsExactly("a;b", "c';d", "it's");
  }

  @EveryServer(ServerProduct.MARIADB_11_4)
  void remembersWhatAThreadSent(TestDatabase database) throws SQLException {
    StatementLog log = new StatementLog();
    try (Connection connection = log.watch(database.dataSource()).getConnection();
        PreparedStatement statement = connection.prepareStatement("select ?")) {
      statement.setInt(1, 1);
      statement.execute();
      statement.execute();
    }

    assertThat(log.takeMine()).isEqualTo(List.of("select ?", "select ?"));
    assertThat(log.takeMine()).isEmpty();
  }

  @EveryServer
  void killsOtherConnections(TestDatabase database) throws SQLException {
    try (Connection victim = database.dataSource().getConnection()) {
      assertThat(database.killConnections()).isEqualTo(1);
      assertThat(victim.isValid(1)).isFalse();
    }
  }
}
