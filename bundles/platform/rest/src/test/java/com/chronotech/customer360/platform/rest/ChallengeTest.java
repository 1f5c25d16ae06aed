package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {

  @Test
  void peopleAndProgramsAreAskedForBasic() {
    assertThat(to(Map.of())).startsWith("Basic ");
    assertThat(to(Map.of("Accept", "application/json"))).startsWith("Basic ");
    assertThat(to(Map.of("Sec-Fetch-Mode", "navigate", "Accept", "text/html")))
        .startsWith("Basic ");
  }

  @Test
  void aBrowserOpensNoDialogOverOurPages() {
    assertThat(to(Map.of("X-Requested-With", "XMLHttpRequest"))).startsWith("Session ");
    assertThat(to(Map.of("Sec-Fetch-Mode", "cors"))).startsWith("Session ");
    assertThat(to(Map.of("Accept", "text/event-stream"))).startsWith("Session ");
  }

  private static String to(Map<String, String> headers) {
    return Challenge.to(headers::get);
  }
}
