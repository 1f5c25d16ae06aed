package com.chronotech.customer360.analytics.core.fleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A cursor goes on with the question it was made for, and with no other. */
class FleetCursorTest {

  @Test
  void isOfOneQuestion() {
    FleetCursor cursor = new FleetCursor("city/1y/true", new BigDecimal("12.30"), "saint-jérôme");
    String text = cursor.encode();
    assertThat(FleetCursor.decode(text, "city/1y/true")).contains(cursor);
    assertThat(FleetCursor.decode(text, "city/2y/true")).isEmpty();
    assertThat(FleetCursor.decode(text + "A", "city/1y/true")).isEmpty();
    assertThat(FleetCursor.decode("not a cursor!", "city/1y/true")).isEmpty();
    assertThat(FleetCursor.decode("", "city/1y/true")).isEmpty();
  }
}
