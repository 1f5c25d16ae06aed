package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExtrasTest {

  @Test
  void whatIsKeptComesBackWithWhatTheHostSaidThen() {
    Extras extras = Extras.of(null);
    assertThat(extras.text()).isEqualTo("{}");
    extras.keep("role", "« chef »\n🚗");
    extras.beside("role", "owner");
    extras.keep("year", null);
    Extras read = Extras.of(extras.text());
    assertThat(read.value("role")).isEqualTo("« chef »\n🚗");
    assertThat(read.hostThen("role")).isEqualTo("owner");
    assertThat(read.has("year")).isTrue();
    assertThat(read.value("year")).isNull();
    assertThat(read.has("name")).isFalse();
    read.keep("role", "autre");
    assertThat(read.hostThen("role")).isNull();
    read.forget("role");
    read.forget("year");
    assertThat(read.text()).isEqualTo("{}");
  }

  @Test
  void whatCannotBeReadIsNotTakenForNothing() {
    assertThatThrownBy(() -> Extras.of("{\"values\":{\"ro"))
        .isInstanceOf(IllegalStateException.class);
  }
}
