package com.chronotech.customer360.profile.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.profile.ProfileChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileBodyTest {

  private static ProfileChange read(String json) {
    return ProfileBody.read(
        1, JsonBody.read(json.getBytes(StandardCharsets.UTF_8), ProfileBody.MAX_BYTES), null);
  }

  @Test
  void whatIsNotSentIsNotNamed() {
    assertThat(read("{}").fields()).isEmpty();
    assertThat(read("{\"tax_exempt\":true}").fields())
        .containsOnlyKeys(ProfileColumn.TAX_EXEMPT)
        .containsEntry(ProfileColumn.TAX_EXEMPT, true);
    assertThat(read("{\"segments\":[\"VIP\"],\"timezone\":null}").fields())
        .containsOnlyKeys(ProfileColumn.SEGMENTS, ProfileColumn.TIMEZONE)
        .containsEntry(ProfileColumn.SEGMENTS, List.of("VIP"))
        .containsEntry(ProfileColumn.TIMEZONE, null);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                read(
                    "{\"tax_exempt\":\"true\",\"segments\":\"VIP\",\"timezone\":\"Mars\","
                        + "\"language_code\":5,\"loyalty\":1}"));
    assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "tax_exempt", "segments", "timezone", "language_code", "loyalty");
  }
}
