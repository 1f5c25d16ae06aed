package com.chronotech.customer360.profile.core.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordChange.Confirmation;
import com.chronotech.customer360.profile.core.records.model.AddressRules;
import com.chronotech.customer360.profile.core.records.model.RecordRules;
import com.chronotech.customer360.profile.core.records.model.VehicleRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RecordBodyTest {

  private static JsonBody body(String json) {
    return JsonBody.read(json.getBytes(StandardCharsets.UTF_8), RecordBody.MAX_BYTES);
  }

  private static RecordChange read(String json, RecordRules<?> rules) {
    JsonBody body = body(json);
    RecordChange change = RecordBody.read(body, rules);
    body.check();
    return change;
  }

  @Test
  void valuesAreOfTheirTypesAndNullIsNoAbsence() {
    RecordChange change =
        read(
            "{\"latitude\":45.50,\"delivery_window_start\":\"22:00\",\"is_primary\":true,"
                + "\"city\":null,\"window_over_midnight\":true}",
            new AddressRules());
    assertThat(change.fields())
        .containsOnlyKeys("latitude", "delivery_window_start", "is_primary", "city")
        .containsEntry("latitude", new BigDecimal("45.50"))
        .containsEntry("delivery_window_start", LocalTime.of(22, 0))
        .containsEntry("is_primary", true)
        .containsEntry("city", null);
    assertThat(change.confirmed()).containsExactly(Confirmation.WINDOW_OVER_MIDNIGHT);
  }

  @Test
  void aConfirmationOfAnotherKindIsAnUnknownField() {
    JsonBody body = body("{\"mileage\":\"5\",\"window_over_midnight\":true}");
    RecordBody.read(body, new VehicleRules());
    assertThat(body.violations()).extracting(Violation::field).containsExactly("mileage");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(body::check))
        .hasMessageContaining("window_over_midnight");
  }
}
