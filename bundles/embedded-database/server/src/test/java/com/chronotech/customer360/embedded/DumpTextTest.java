package com.chronotech.customer360.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

// The ends of the lines are what is tested, and text blocks hide them.
@SuppressWarnings("StringConcatToTextBlock")
class DumpTextTest {

  private static String run(String dump) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DumpText(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), progress -> {})
        .writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatMakesAndChoosesADatabaseIsLeftOutAndLinesStay() throws IOException {
    assertThat(
            run(
                "\uFEFF-- a dump; it's one\r\n"
                    + "CREATE DATABASE /*!32312 IF NOT EXISTS*/ `prod` /*!40100 DEFAULT */;\r\n"
                    + "USE `prod`;\r\n"
                    + "/*!40000 DROP DATABASE IF EXISTS `prod`*/;\n"
                    + "use prod\n"
                    + "create table use_ (id int);\n"))
        .isEqualTo("-- a dump; it's one\r\n\r\n\r\n\n\ncreate table use_ (id int);\n");
  }

  @Test
  void textIsLeftAsItIs() throws IOException {
    String dump =
        "insert into notes values ('it''s\nuse prod;\n', \"\\\"\ncreate database x;\", 'DEFINER=a@b');\n"
            + "/* it's\nuse prod;\n*/ # don't\nselect 1 -- don't\n;select '\\'';\n";
    assertThat(run(dump)).isEqualTo(dump);
  }

  @Test
  void ownersAreLeftOut() throws IOException {
    assertThat(
            run(
                "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t */;;\n"
                    + "CREATE ALGORITHM=UNDEFINED DEFINER = 'a'@'%' SQL SECURITY DEFINER VIEW v"
                    + " AS select 1;\ncreate definer=current_user() procedure p() begin end;;\n"))
        .isEqualTo(
            "/*!50003 CREATE*/ /*!50017 */ /*!50003 TRIGGER t */;;\n"
                + "CREATE ALGORITHM=UNDEFINED  SQL SECURITY DEFINER VIEW v AS select 1;\n"
                + "create  procedure p() begin end;;\n");
  }

  @Test
  void whatOnlyAnAdministratorOfTheServerMayRunIsLeftOut() throws IOException {
    assertThat(
            run(
                "SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN;\n"
                    + "SET @@SESSION.SQL_LOG_BIN= 0;\n"
                    + "SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ 'a:1-5,\nb:1-2;';\n"
                    + "SET NAMES utf8mb4;\n"))
        .isEqualTo("\n\n\n\nSET NAMES utf8mb4;\n");
  }

  @Test
  void severalDatabasesAreRefusedByName() {
    assertThatThrownBy(() -> run("use a;\ncreate table t (id int);\nuse b;\n"))
        .isInstanceOf(DumpText.SeveralDatabases.class)
        .hasMessageContaining("(a, b)");
  }
}
