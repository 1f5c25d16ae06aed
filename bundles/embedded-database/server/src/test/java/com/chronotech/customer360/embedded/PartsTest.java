package com.chronotech.customer360.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "America/Montreal | <-05>5<-04>4,M3.2.0/2,M11.1.0/2",
        "America/St_Johns | <-0330>3:30<-0230>2:30,M3.2.0/2,M11.1.0/2",
        "Europe/Paris     | <+01>-1<+02>-2,M3.5.0/2,M10.5.0/3",
        "America/Regina   | <-06>6",
        "UTC              | <+00>0"
      })
  void aZoneIsWrittenAsPosixDoes(String zone, String posix) {
    assertThat(ServerZone.posix(ZoneId.of(zone))).isEqualTo(posix);
  }

  @Test
  void anArgumentMayHoldSpaces() {
    byte[] cmdline = "mariadbd\0--datadir=/home/a b/data\0".getBytes(StandardCharsets.UTF_8);

    assertThat(Orphans.arguments(cmdline)).contains("--datadir=/home/a b/data");
  }

  @Test
  void aProcessThatOnlyMentionsTheFolderIsNoOrphan() {
    assertThat(Orphans.of(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Linux, amd64, true", "Linux, aarch64, false", "Mac OS X, aarch64, false"})
  void aServerIsShippedFor(String os, String architecture, boolean shipped) {
    assertThat(ServerProgram.shippedFor(os, architecture)).isEqualTo(shipped);
  }

  @Test
  void aSystemServerThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ServerProgram.ofSystem(folder.resolve("bin/mariadbd")))
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("server.command does not exist");
  }

  @Test
  void anArchiveThatLeavesItsPlaceIsRefusedAndNothingStands() {
    Path place = folder.resolve("server");

    assertThatThrownBy(() -> ServerTree.unpack(zip("../outside"), place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../outside");
    assertThat(place).doesNotExist();
  }

  @Test
  void programsCanBeRunAfterUnpacking() throws IOException {
    Path tree = ServerTree.unpack(zip("bin/mariadbd"), folder.resolve("a b/server"));

    assertThat(tree.resolve("bin/mariadbd")).isExecutable();
  }

  @Test
  void aLineOfADumpIsFoundWhateverItsLength() throws IOException {
    Path file = Files.writeString(folder.resolve("d.sql"), "un\n" + "é".repeat(1000) + "\ntrois");

    Content dump = new Content.Dump(file);

    assertThat(dump.line(3)).isEqualTo("trois");
    assertThat(dump.line(2)).startsWith("éééé").hasSizeLessThan(200);
    assertThat(dump.line(9)).isEmpty();
  }

  @Test
  void aLongPathGetsItsSocketElsewhere() throws Exception {
    Path deep = folder.resolve("d".repeat(120));
    try (DataFolder held = DataFolder.open(deep)) {
      assertThat(held.socket().toString().length()).isLessThan(107);
    }
  }

  @Test
  void theUrlKeepsUtcAndMicroseconds() {
    assertThat(PublishedDataSource.url(3307))
        .startsWith("jdbc:mysql://127.0.0.1:3307/chronotech?")
        .contains("connectionTimeZone=UTC", "forceConnectionTimeZoneToSession=true");
  }

  private static InputStream zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
