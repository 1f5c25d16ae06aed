package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FittingTest {

  private static HostColumn text(String type, long characters, long bytes, String charset) {
    return new HostColumn("c", type, type, true, false, characters, bytes, charset, 0, 0, 0);
  }

  private static HostColumn words(String definition) {
    return new HostColumn("c", "enum", definition, true, false, 9, 36, "utf8mb4", 0, 0, 0);
  }

  private static HostColumn number(String type, String definition, int precision, int scale) {
    return new HostColumn("c", type, definition, true, false, 0, 0, null, precision, scale, 0);
  }

  private static HostColumn number(String type) {
    return number(type, type, 0, 0);
  }

  @Test
  void textIsCountedInCharactersOrInBytes() {
    HostColumn three = text("varchar", 3, 12, "utf8mb4");
    assertThat(Fitting.of(three, "été")).isEqualTo(Fitted.exactly("été"));
    assertThat(Fitting.of(three, "étés")).isEqualTo(Fitted.nearest("été"));
    assertThat(Fitting.of(three, "🚗🚗🚗")).isEqualTo(Fitted.exactly("🚗🚗🚗"));
    assertThat(Fitting.of(three, "🚗🚗🚗🚗")).isEqualTo(Fitted.nearest("🚗🚗🚗"));
    HostColumn tiny = text("tinytext", 255, 255, "utf8mb4");
    assertThat(Fitting.of(tiny, "é".repeat(127)).exact()).isTrue();
    assertThat(Fitting.of(tiny, "é".repeat(128)).exact()).isFalse();
    assertThat(Fitting.of(tiny, "é".repeat(128)).stored()).isEqualTo("é".repeat(63));
  }

  @Test
  void aCharacterSetHoldsSomeCharactersOnly() {
    assertThat(Fitting.of(text("varchar", 9, 27, "utf8mb3"), "Zoé 🚗"))
        .isEqualTo(Fitted.nearest("Zoé ?"));
    assertThat(Fitting.of(text("varchar", 9, 9, "latin1"), "œuf €"))
        .isEqualTo(Fitted.exactly("œuf €"));
    assertThat(Fitting.of(text("varchar", 9, 9, "latin1"), "Łódź"))
        .isEqualTo(Fitted.nearest("?ód?"));
    assertThat(Fitting.of(text("varchar", 9, 9, "ascii"), "été")).isEqualTo(Fitted.nearest("?t?"));
    assertThat(Fitting.of(text("varchar", 9, 9, "klingon"), "été"))
        .isEqualTo(Fitted.nearest("?t?"));
  }

  @Test
  void wordsAreThoseOfTheEnum() {
    HostColumn column = words("enum('owner','d''un autre','Y','N')");
    assertThat(column.words()).containsExactly("owner", "d'un autre", "Y", "N");
    assertThat(Fitting.of(column, "owner")).isEqualTo(Fitted.exactly("owner"));
    // The server would take it for the word it has: what was typed is kept as well.
    assertThat(Fitting.of(column, "Owner")).isEqualTo(Fitted.nearest("owner"));
    assertThat(Fitting.of(column, "chef")).isEqualTo(Fitted.NOT);
    // A number would be taken for a word's place.
    assertThat(Fitting.of(column, "1")).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(column, true)).isEqualTo(Fitted.exactly("Y"));
    assertThat(Fitting.of(column, false)).isEqualTo(Fitted.exactly("N"));
    assertThat(Fitting.of(words("enum('a','b')"), true)).isEqualTo(Fitted.NOT);
  }

  @Test
  void numbersStayWithinTheirColumn() {
    assertThat(Fitting.of(number("tinyint"), 127L)).isEqualTo(Fitted.exactly(127L));
    assertThat(Fitting.of(number("tinyint"), 128L)).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("tinyint"), -128L)).isEqualTo(Fitted.exactly(-128L));
    HostColumn unsigned = number("smallint", "smallint(5) unsigned", 5, 0);
    assertThat(Fitting.of(unsigned, 65_535L)).isEqualTo(Fitted.exactly(65_535L));
    assertThat(Fitting.of(unsigned, 65_536L)).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(unsigned, -1L)).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("int"), 2_147_483_648L)).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("year"), 1900L)).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("year"), 2014L)).isEqualTo(Fitted.exactly(2014L));
    assertThat(Fitting.of(text("varchar", 4, 16, "utf8mb4"), 2014L))
        .isEqualTo(Fitted.exactly("2014"));
    // Half a number is another number.
    assertThat(Fitting.of(text("varchar", 3, 12, "utf8mb4"), 2014L)).isEqualTo(Fitted.NOT);
  }

  @Test
  void decimalsAreRoundedAndNeverCut() {
    HostColumn degrees = number("decimal", "decimal(10,8)", 10, 8);
    assertThat(Fitting.of(degrees, new BigDecimal("45.5")))
        .isEqualTo(Fitted.exactly("45.50000000"));
    assertThat(Fitting.of(degrees, new BigDecimal("45.123456789")))
        .isEqualTo(Fitted.nearest("45.12345679"));
    assertThat(Fitting.of(degrees, new BigDecimal("145.5"))).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(degrees, new BigDecimal("99.999999999"))).isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("double"), new BigDecimal("45.50889")).exact()).isTrue();
    assertThat(Fitting.of(number("double"), new BigDecimal("45.12345678901234567")).exact())
        .isFalse();
    assertThat(Fitting.of(number("float"), new BigDecimal("45.50889")).exact()).isFalse();
  }

  @Test
  void hoursOfTheDay() {
    LocalTime half = LocalTime.of(22, 30);
    assertThat(Fitting.of(number("time"), half)).isEqualTo(Fitted.exactly("22:30:00"));
    assertThat(Fitting.of(text("varchar", 5, 20, "utf8mb4"), half))
        .isEqualTo(Fitted.exactly("22:30"));
    assertThat(Fitting.of(text("varchar", 5, 20, "utf8mb4"), half.plusSeconds(1)))
        .isEqualTo(Fitted.NOT);
    assertThat(Fitting.of(number("datetime"), half)).isEqualTo(Fitted.NOT);
  }

  @Test
  void whatCannotBeReadIsNothing() {
    assertThat(FieldText.read(FieldType.WHOLE, "deux mille")).isNull();
    assertThat(FieldText.read(FieldType.WHOLE, "2014.5")).isNull();
    assertThat(FieldText.read(FieldType.WHOLE, "2014.00")).isEqualTo(2014L);
    assertThat(FieldText.read(FieldType.TIME, "838:59:59")).isNull();
    assertThat(FieldText.read(FieldType.TIME, "08:00:00")).isEqualTo(LocalTime.of(8, 0));
    assertThat(FieldText.read(FieldType.FLAG, "Oui")).isEqualTo(true);
    assertThat(FieldText.read(FieldType.FLAG, "peut-être")).isNull();
    assertThat(FieldText.read(FieldType.TEXT, "  ")).isNull();
  }

  @Test
  void timesAreCutToWhatTheColumnHolds() {
    Instant at = Instant.parse("2026-07-15T03:59:59.987654Z");
    ZoneId shop = ZoneId.of("America/Montreal");
    assertThat(HostTimes.text(time("datetime", 0), at, shop)).isEqualTo("2026-07-14 23:59:59");
    assertThat(HostTimes.text(time("datetime", 3), at, shop)).isEqualTo("2026-07-14 23:59:59.987");
    assertThat(HostTimes.text(time("timestamp", 6), at, shop))
        .isEqualTo("2026-07-15 03:59:59.987654");
    assertThat(HostTimes.text(time("date", 0), at, shop)).isEqualTo("2026-07-14");
  }

  private static HostColumn time(String type, int fraction) {
    return new HostColumn("c", type, type, true, false, 0, 0, null, 0, 0, fraction);
  }

  @Test
  void serversNameTheColumnAtFaultInTheirWays() {
    assertThat(HostColumn.namedIn("Data too long for column 'role' at row 1")).isEqualTo("role");
    assertThat(
            HostColumn.namedIn(
                "Incorrect string value: '\\xF0\\x9F' for column `erp`.`contacts`.`Name` at row 1"))
        .isEqualTo("name");
    assertThat(HostColumn.namedIn("Field 'year' doesn't have a default value")).isEqualTo("year");
    assertThat(HostColumn.namedIn("Cannot delete or update a parent row")).isNull();
    assertThat(HostColumn.namedIn(null)).isNull();
  }
}
