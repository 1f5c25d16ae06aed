package com.chronotech.customer360.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostDatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "RECENT, 9c05f5cc69064e08055553305e8ba6479a64a86e855589dc889cec61aa80b1f9",
    "OLDER, 09627bed438a3a804dbe04acdf0425a46ab632de1545d6a7b6678ef00a34cab0"
  })
  void theSameSeedGivesTheSameBytesOnEveryMachine(Shape shape, String digest) throws Exception {
    assertThat(digest(HostDatabase.of(shape))).isEqualTo(digest);
    assertThat(digest(HostDatabase.of(shape))).isEqualTo(digest);
  }

  @Test
  void anotherSeedGivesOtherPeople() throws Exception {
    HostDatabase database = HostDatabase.of(Shape.RECENT).withCustomers(10);

    assertThat(sql(database)).isNotEqualTo(sql(database.withSeed(43)));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void onlyReservedNamesAndNumbersAreUsed(Shape shape) throws Exception {
    String sql = sql(HostDatabase.of(shape));

    assertThat(sql).doesNotContainPattern("@(?!courriel\\.example|atelier\\.example)[a-z]");
    assertThat(sql).doesNotContainPattern("'\\d{3}-(?!555)\\d{3}-\\d{4}'");
  }

  @Test
  void theOlderShapeHasItsOddities() throws Exception {
    String sql = sql(HostDatabase.of(Shape.OLDER).withCustomers(300));

    assertThat(sql)
        .contains("CHARSET=utf8 ", "'saisi à la main'", "'suivi'", "CREATE TABLE `contacts`")
        .doesNotContain("CREATE TABLE `invoices`", "`vehicle_id`", "`mileage`", "😀");
    assertThat(sql.codePoints().allMatch(c -> c < 0x10000)).isTrue();
    assertThat(sql).containsPattern(",NULL,\\d+,\\d+\\.\\d\\d,");
  }

  @Test
  void variationsChangeTablesByName() throws Exception {
    HostDatabase database =
        HostDatabase.of(Shape.RECENT)
            .withCustomers(20)
            .with(Variation.CUSTOMER_VEHICLES)
            .with(Variation.CUSTOMER_ACTIVITIES)
            .with(Variation.QUOTES)
            .with(Variation.BRIEF_ACTIVITY)
            .with(Variation.CATEGORISED_DOCUMENTS)
            .with(Variation.NO_CUSTOMER_LINK)
            .with(Variation.PROFILE_COLUMNS);

    String sql = sql(database);

    assertThat(sql)
        .contains(
            "INSERT INTO `customer_vehicles`",
            "INSERT INTO `customer_activities`",
            "INSERT INTO `quotes`",
            "metadata` JSON",
            "`checksum_sha256`",
            "`privacy_level`")
        .doesNotContain("TABLE `vehicles`");
    String orders = sql.substring(sql.indexOf("CREATE TABLE `work_orders`"));
    assertThat(orders.substring(0, orders.indexOf(";\n"))).doesNotContain("customer_id");
  }

  @ParameterizedTest
  @EnumSource(Variation.class)
  void everyVariationCanBeTakenAway(Variation variation) throws Exception {
    HostDatabase database = HostDatabase.of(Shape.OLDER).withCustomers(5).with(variation);

    assertThat(database.has(variation)).isTrue();
    assertThat(sql(database)).endsWith("SET FOREIGN_KEY_CHECKS=1;\n");
    assertThat(database.without(variation).has(variation)).isFalse();
  }

  @Test
  void oneCustomerCanHaveALongHistoryAndNoStatementPassesOneMegabyte() throws Exception {
    HostDatabase database =
        HostDatabase.of(Shape.RECENT).withCustomers(3).withBusyCustomer(2, 9000);

    String[] statements = sql(database).split(";\n", -1);

    int orders = 0;
    for (String statement : statements) {
      assertThat(statement.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
      if (statement.startsWith("INSERT INTO `work_orders`")) {
        orders += (int) statement.lines().count() - 1;
      }
    }
    assertThat(orders).isBetween(9000, 9200);
  }

  @Test
  void theShapeCountsWhereverItStandsOnTheCommandLine() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] arguments = {"--with", "no-vehicles", "--customers", "4", "--shape", "older"};

    int status = Main.run(arguments, out, System.err);

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("shape older, 4 customers", "CREATE TABLE `contacts`")
        .doesNotContain("TABLE `vehicles`");
  }

  @Test
  void theCommandRefusesWhatItDoesNotKnowByName() throws Exception {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(messages, true, StandardCharsets.UTF_8);

    int status =
        Main.run(new String[] {"--shape", "round"}, OutputStream.nullOutputStream(), printed);

    assertThat(status).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains("round", "recent or older");
    assertThatThrownBy(() -> HostDatabase.of(Shape.RECENT).withCustomers(0))
        .hasMessageContaining("at least one customer");
  }

  private static String sql(HostDatabase database) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    database.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String digest(HostDatabase database) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    database.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void customersAgreeRefuseAndWithdrawWithinTheirLives() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HostDatabase.of(Shape.RECENT).withCustomers(300).writeConsentsTo(out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

    assertThat(lines.get(0)).startsWith("customer_id,consent_type,decision,occurred_at");
    assertThat(lines).hasSizeBetween(600, 1200);
    assertThat(lines.stream().skip(1))
        .allMatch(line -> line.chars().filter(c -> c == ',').count() == 7)
        .anyMatch(line -> line.contains(",granted,") && line.contains(",1.0,fr-CA"))
        .anyMatch(line -> line.contains(",refused,"))
        .anyMatch(line -> line.contains(",revoked,"))
        .anyMatch(line -> line.contains(",paper_archive,,,"));
    assertThat(lines.stream().skip(1).map(line -> occurredAt(line)))
        .allMatch(at -> at.isBefore(Instant.parse("2026-11-06T00:00:00Z")));
  }

  private static Instant occurredAt(String line) {
    return Instant.parse(List.of(line.split(",", 5)).get(3));
  }
}
