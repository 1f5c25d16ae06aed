package com.chronotech.customer360.consents.core.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  private static final String HEADER = "customer_id,consent_type,decision,occurred_at,source\n";

  @TempDir Path folder;

  private final List<ImportLine> sound = new ArrayList<>();
  private final Faults faults = new Faults();

  private long read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private long read(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("file.csv"), text.getBytes(charset));
    return new CsvFile(file).read(sound::add, faults, lines -> {});
  }

  private List<LineFault> found() {
    return faults.in(Locale.CANADA);
  }

  @Test
  void readsEveryColumnInAnyOrder() throws IOException {
    long lines =
        read(
            "source,decision,customer_id,consent_type,occurred_at,channel,notice_version,language,"
                + "expires_at,evidence,ip_address,collected_by\n"
                + "web_form,granted,7,marketing_email,2026-03-01T14:05:00.123456-05:00,email,1.0,"
                + "fr-ca,2027-03-01T00:00:00Z,\"{\"\"form\"\":\"\"Été, 12\"\"}\",2001:db8::7,3\n");
    assertThat(found()).isEmpty();
    assertThat(lines).isOne();
    assertThat(sound)
        .containsExactly(
            new ImportLine(
                2,
                NewConsent.of(7, ConsentType.MARKETING_EMAIL, Decision.GRANTED, "web_form")
                    .channel(Channel.EMAIL)
                    .notice("1.0", "fr-CA")
                    .occurredAt(Instant.parse("2026-03-01T19:05:00.123456Z"))
                    .expiresAt(Instant.parse("2027-03-01T00:00:00Z"))
                    .evidence("{\"form\":\"Été, 12\"}")
                    .ipAddress("2001:db8::7")
                    .collectedBy(3L)
                    .build()));
  }

  @Test
  void takesAByteOrderMarkSemicolonsAndWindowsLineEnds() throws IOException {
    long lines =
        read(
            "\uFEFFcustomer_id;consent_type;decision;occurred_at;source\r\n"
                + "7;analytics;refused;2026-03-01T14:05:00Z;papier, au comptoir\r\n"
                + "\r\n"
                + "8;\"profiling\";revoked;2026-03-01T14:05:00Z;\"a \"\"b\"\"\"\r\n");
    assertThat(found()).isEmpty();
    assertThat(lines).isEqualTo(2);
    assertThat(sound)
        .extracting(ImportLine::line, line -> line.consent().source())
        .containsExactly(tuple(2L, "papier, au comptoir"), tuple(4L, "a \"b\""));
  }

  @Test
  void linesAreNumberedAsAnEditorDoes() throws IOException {
    read(
        """
        customer_id,consent_type,decision,occurred_at,source,evidence
        7,analytics,refused,2026-03-01T14:05:00Z,x,"{""a"":

        1}"

        8,nothing,refused,2026-03-01T14:05:00Z,x,
        """);
    assertThat(sound).extracting(ImportLine::line).containsExactly(2L);
    assertThat(found()).extracting(LineFault::line).containsExactly(6L);
  }

  @Test
  void everyFaultOfEveryLineIsTold() throws IOException {
    read(
        HEADER
            + "0,marketing,maybe,01/03/2026,\n"
            + "7,analytics,granted,2026-03-01T14:05:00Z,ok\n"
            + "7,analytics,granted,2026-03-01,ok\n"
            + "7,analytics,granted,hier,ok\n"
            + "7,analytics,granted,0001-01-01T00:00:00Z,ok\n"
            + "7,analytics,granted\n");
    assertThat(sound).hasSize(1);
    assertThat(faults.lines()).isEqualTo(5);
    assertThat(found())
        .extracting(LineFault::line, LineFault::field, LineFault::code)
        .containsExactly(
            tuple(2L, "consent_type", "import.unknown_word"),
            tuple(2L, "customer_id", "import.id"),
            tuple(2L, "decision", "import.unknown_word"),
            tuple(2L, "occurred_at", "import.date_not_iso"),
            tuple(2L, "source", "import.cell_empty"),
            tuple(4L, "occurred_at", "import.time_without_zone"),
            tuple(5L, "occurred_at", "import.time"),
            tuple(6L, "occurred_at", "import.time_out_of_range"),
            tuple(7L, null, "import.cells"));
  }

  @Test
  void datesAsTheFrenchWriteThemAreRefusedWithTheReason() throws IOException {
    read(HEADER + "7,analytics,granted,31/12/2025 14:05,x\n7,analytics,granted,31.12.25,x\n");
    assertThat(faults.in(Locale.CANADA_FRENCH))
        .extracting(LineFault::message)
        .allSatisfy(text -> assertThat(text).contains("2026-03-01T14:05:00-05:00", "devinés"))
        .hasSize(2);
  }

  @Test
  void whatIsNotNeededIsCheckedAllTheSame() throws IOException {
    read(
        "customer_id,consent_type,decision,occurred_at,source,channel,notice_version,language,"
            + "expires_at,evidence,ip_address,collected_by\n"
            + "7,analytics,granted,2026-03-01T14:05:00Z,x,pigeon,one,français,"
            + "2026-03-01T14:05:00Z,[1],here,zoé\n"
            + "7,analytics,granted,2026-03-01T14:05:00Z,x,,,en-CA,,,,\n");
    assertThat(sound).isEmpty();
    assertThat(found())
        .extracting(LineFault::field, LineFault::code)
        .containsExactly(
            tuple("channel", "import.unknown_word"),
            tuple("collected_by", "import.id"),
            tuple("evidence", "import.evidence"),
            tuple("expires_at", "import.ends_before_it_begins"),
            tuple("ip_address", "import.ip_address"),
            tuple("language", "import.language"),
            tuple("notice_version", "import.notice_version"),
            tuple("language", "import.language_without_notice"));
  }

  @Test
  void aHeaderIsHeldToItsNames() throws IOException {
    assertThat(read("customer_id,consent_type,décision,source,source\n1,2,3,4,5\n")).isZero();
    assertThat(found())
        .extracting(LineFault::line, LineFault::field, LineFault::code)
        .containsExactly(
            tuple(1L, "decision", "import.column_missing"),
            tuple(1L, "décision", "import.unknown_column"),
            tuple(1L, "occurred_at", "import.column_missing"),
            tuple(1L, "source", "import.column_twice"));
  }

  @Test
  void anEmptyFileIsAFault() throws IOException {
    read("");
    assertThat(found()).extracting(LineFault::code).containsExactly("import.empty_file");
  }

  @Test
  void anotherCharacterSetIsToldWithItsLine() throws IOException {
    read(
        HEADER
            + "7,analytics,granted,2026-03-01T14:05:00Z,ok\n"
            + "7,analytics,granted,2026-03-01T14:05:00Z,été\n",
        Charset.forName("windows-1252"));
    assertThat(found())
        .extracting(LineFault::line, LineFault::code)
        .containsExactly(tuple(3L, "import.not_utf8"));
    assertThat(sound).hasSize(1);
  }

  @Test
  void misplacedQuotesEndTheReading() throws IOException {
    read(HEADER + "7,analytics,granted,2026-03-01T14:05:00Z,\"a\" b\n");
    assertThat(found())
        .extracting(LineFault::line, LineFault::code)
        .containsExactly(tuple(2L, "import.quotes"));
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotTakeTheRestForOneCell() throws IOException {
    String line = "7,analytics,granted,2026-03-01T14:05:00Z,ok\n";
    read(HEADER + line + "7,analytics,granted,2026-03-01T14:05:00Z,\"oops\n" + line.repeat(20_000));
    assertThat(sound).hasSize(1);
    assertThat(found())
        .extracting(LineFault::line, LineFault::code)
        .containsExactly(tuple(3L, "import.endless_line"));
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    Path file = folder.resolve("file.csv");
    String line = "7,analytics,granted,2026-03-01T14:05:00Z,ok\n";
    Files.writeString(file, HEADER + line.repeat(25_000));
    List<Long> told = new ArrayList<>();
    new CsvFile(file).read(one -> {}, faults, told::add);
    assertThat(told).containsExactly(10_000L, 20_000L, 25_000L);
  }

  @Test
  void ofVeryManyFaultsTheFirstAreListedAndAllAreCounted() {
    for (int line = 30_000; line > 0; line--) {
      faults.add(List.of(Fault.of(line, "source", "import.cell_empty")));
    }
    assertThat(faults.lines()).isEqualTo(30_000);
    assertThat(found()).hasSize(Faults.LISTED);
    assertThat(found().get(0).line()).isOne();
    assertThat(found().get(Faults.LISTED - 1).line()).isEqualTo(Faults.LISTED);
  }
}
