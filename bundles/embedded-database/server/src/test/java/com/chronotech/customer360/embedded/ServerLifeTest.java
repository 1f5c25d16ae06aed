package com.chronotech.customer360.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.chronotech.customer360.demo.HostDatabase;
import com.chronotech.customer360.demo.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real server of this bundle. */
class ServerLifeTest {
  @TempDir static Path shared;

  private final RecordedConfigurations configurations = new RecordedConfigurations();
  private final List<ServerLife> lives = new java.util.ArrayList<>();
  private Path folder;
  @TempDir Path temporary;

  @BeforeAll
  static void onlyWhereTheServerRuns() {
    assumeTrue(
        ServerProgram.shippedFor(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  @BeforeEach
  void aFolderWithASpaceInItsName() {
    folder = temporary.resolve("la base");
  }

  @AfterEach
  void endAll() {
    lives.forEach(ServerLife::end);
    assertThat(Orphans.of(folder.toAbsolutePath().resolve("data"))).isEmpty();
  }

  @Test
  void beginsWithDemoDataInTheHostsZoneAndLeavesNothingRunning() throws Exception {
    HostDatabase demo = HostDatabase.of(Shape.RECENT).withCustomers(30);
    ServerLife life = begin(Optional.of(new Content.Demo(demo)));

    Dictionary<String, Object> published = configurations.published();

    assertThat(one(published, "select count(*) from customers")).isEqualTo("30");
    // The session runs in UTC; the server's own zone is the host's, also in summer.
    assertThat(
            one(
                published,
                "select convert_tz('2026-07-01 12:00:00', 'SYSTEM', '+00:00') union all"
                    + " select convert_tz('2026-01-01 12:00:00', 'SYSTEM', '+00:00')"))
        .isEqualTo("2026-07-01 16:00:00, 2026-01-01 17:00:00");
    assertThat(one(published, "select @@session.time_zone")).isEqualTo("+00:00");
    assertThat(life.state().up()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("password"))))
        .isEqualTo("rw-------");

    life.end();

    assertThat(configurations.properties()).isNull();
    assertThat(Orphans.of(folder.resolve("data"))).isEmpty();
  }

  @Test
  void keepsItsDataAndItsPort() throws Exception {
    ServerLife first = begin(Optional.of(dump("create table kept (id int);")));
    Object url = configurations.published().get("url");
    first.end();

    begin(Optional.of(dump("create table other (id int);")));
    Dictionary<String, Object> published = configurations.published();

    assertThat(published.get("url")).isEqualTo(url);
    assertThat(one(published, "show tables")).isEqualTo("kept");
  }

  @Test
  void aServerThatAKilledJvmLeftBehindIsStoppedFirst() throws Exception {
    ProcessHandle orphan;
    try (DataFolder held = DataFolder.open(folder)) {
      ServerProgram program = program();
      ServerProcess.bootstrap(program, held);
      ServerProcess.start(program, held, held.port(0), ZoneId.of("America/Montreal"));
      orphan = Orphans.of(held.data()).get(0);
    }

    begin(Optional.empty());

    assertThat(one(configurations.published(), "select 1")).isEqualTo("1");
    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void aServerThatDiesIsStartedAgain() throws Exception {
    begin(Optional.empty());
    configurations.published();

    Orphans.of(folder.resolve("data")).forEach(ProcessHandle::destroyForcibly);

    assertThat(one(configurations.published(), "select 1")).isEqualTo("1");
  }

  @Test
  void aDumpThatFailsIsNamedWithLineAndStatementAndLeavesNothing() throws Exception {
    ServerLife failing =
        begin(
            Optional.of(
                dump(
                    "create table a (id int);\n\ninsert into a values (1);\ninsert into b values (2);\n")));
    failing.await();

    assertThat(failing.state().up()).isFalse();
    assertThat(file("status")).content().startsWith("failed\n").contains("line 4");
    assertThat(failing.state().detail())
        .contains("host.sql", "line 4", "insert into b values (2)", "doesn't exist");
    assertThat(configurations.properties()).isNull();

    begin(Optional.empty());
    assertThat(one(configurations.published(), "show tables")).isEmpty();
  }

  @Test
  void aDumpOfAnotherDatabaseLandsInTheOneThatIsServed() throws Exception {
    begin(
        Optional.of(
            dump(
                """
                CREATE DATABASE `garage`;
                USE `garage`;
                create table here (id int);
                DELIMITER ;;
                CREATE DEFINER=`root`@`localhost` TRIGGER t BEFORE INSERT ON here FOR EACH ROW
                BEGIN SET NEW.id = NEW.id + 1; END;;
                DELIMITER ;
                insert into here values (1);
                """)));

    assertThat(one(configurations.published(), "select id from here")).isEqualTo("2");
  }

  @Test
  void aDumpWithoutATableIsRefused() throws Exception {
    ServerLife failing = begin(Optional.of(dump("-- nothing\n")));
    failing.await();

    assertThat(failing.state().detail()).contains("host.sql", "made no table");
  }

  @Test
  void aLoadThatWasCutOffIsDoneAgainFromTheStart() throws Exception {
    ServerLife first = begin(Optional.of(dump("create table half (id int);")));
    configurations.published();
    first.end();
    Files.writeString(file("loading"), "host.sql");

    begin(Optional.of(dump("create table whole (id int);")));

    assertThat(one(configurations.published(), "show tables")).isEqualTo("whole");
  }

  @Test
  void twoLivesDoNotShareAFolder() throws Exception {
    begin(Optional.empty());
    configurations.published();

    ServerLife second = begin(Optional.empty());
    second.await();

    assertThat(second.state().detail()).contains("another Customer 360 uses", "la base");
  }

  @Test
  // Configuration Admin speaks in Dictionaries.
  @SuppressWarnings("JdkObsolete")
  void staysOffWhereAFileNamesTheDatabase() throws Exception {
    Dictionary<String, Object> file = new Hashtable<>();
    file.put("felix.fileinstall.filename", "file:/etc/org.ops4j.datasource-customer360.cfg");
    configurations.properties(file);

    ServerLife life = begin(Optional.empty());
    life.await();

    assertThat(life.state().up()).isTrue();
    assertThat(configurations.properties()).isSameAs(file);
    assertThat(folder).doesNotExist();
  }

  private ServerLife begin(Optional<Content> content) {
    ServerLife life =
        new ServerLife(
            new Wished(folder, content), new PublishedDataSource(configurations.admin()));
    lives.add(life);
    life.begin();
    return life;
  }

  private record Wished(Path folder, Optional<Content> content) implements Wishes {
    @Override
    public ZoneId zone() {
      return ZoneId.of("America/Montreal");
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public ServerProgram program(DataFolder held) throws IOException {
      return ServerLifeTest.program();
    }
  }

  // Unpacked once for all tests.
  private static ServerProgram program() throws IOException {
    try (InputStream zip =
        ServerLifeTest.class.getResourceAsStream("/server/mariadb-11.4.5-linux-x86_64.zip")) {
      return ServerProgram.unpacked(ServerTree.unpack(zip, shared.resolve("arbre du serveur")));
    }
  }

  private Content dump(String sql) throws IOException {
    return new Content.Dump(Files.writeString(temporary.resolve("host.sql"), sql));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static String one(Dictionary<String, Object> published, String sql) throws SQLException {
    List<String> values = new java.util.ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                published.get("url").toString(),
                published.get("user").toString(),
                published.get("password").toString());
        java.sql.Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return String.join(", ", values);
  }
}
