package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate, br",
        "x-gzip",
        "*",
        "br;q=1, gzip;q=0.5",
        "GZIP;q=0.001",
        "identity;q=0.5, gzip",
        "deflate, *;q=0.2"
      })
  void takesGzip(String accepted) {
    assertThat(CompressionFilter.takesGzip(accepted)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "*;q=0",
        "gzip;q=0, *",
        "identity, gzip;q=0.5",
        "gzip;q=nonsense"
      })
  void wantsItPlain(String accepted) {
    assertThat(CompressionFilter.takesGzip(accepted)).isFalse();
  }

  @Test
  void saysNothingOfGzipMeansPlain() {
    assertThat(CompressionFilter.takesGzip(null)).isFalse();
  }

  @Test
  void whatIsCompressedReadsAsItWas() throws IOException {
    byte[] body =
        "{\"title\":\"Réparation\",\"amount\":\"114.98\"}"
            .repeat(100)
            .getBytes(StandardCharsets.UTF_8);
    byte[] smaller = CompressionFilter.compressed(body);
    assertThat(smaller.length).isLessThan(body.length / 5);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(smaller))) {
      assertThat(in.readAllBytes()).isEqualTo(body);
    }
  }
}
