package com.chronotech.customer360.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  private static LocalizedText said(String french, String english) {
    return locale -> locale.getLanguage().equals("en") ? english : french;
  }

  private static ProblemException travelled(ProblemException problem) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(problem);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ProblemException) in.readObject();
    }
  }

  @Test
  void saysTheSameAfterSerialization() throws Exception {
    ProblemException problem =
        new ProblemException(
            ProblemException.Kind.REFUSED,
            "example.invalid",
            said("Refusé.", "Refused."),
            List.of(new Violation("name", "example.blank", said("vide", "blank"))));
    problem.addSuppressed(new IllegalStateException("beside"));

    ProblemException read = travelled(problem);

    assertThat(read.getMessage())
        .isEqualTo("example.invalid: Refused.; name: blank")
        .isEqualTo(problem.getMessage());
    assertThat(read.kind()).isEqualTo(ProblemException.Kind.REFUSED);
    assertThat(read.code()).isEqualTo("example.invalid");
    assertThat(read.text().in(Locale.CANADA_FRENCH)).isEqualTo("Refusé.");
    assertThat(read.violations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.field()).isEqualTo("name");
              assertThat(one.code()).isEqualTo("example.blank");
              assertThat(one.message().in(Locale.FRENCH)).isEqualTo("vide");
            });
    assertThat(read.getStackTrace()).isEqualTo(problem.getStackTrace());
    assertThat(read.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsWhatLedToIt() throws Exception {
    ProblemException read =
        travelled(
            new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                "example.away",
                said("Absent.", "Away."),
                new IllegalArgumentException("why")));
    assertThat(read).hasCauseInstanceOf(IllegalArgumentException.class).hasRootCauseMessage("why");
    assertThat(travelled(read).getMessage()).isEqualTo("example.away: Away.");
  }

  @Test
  void aBatchOfFaultsIsAShortLineOfALog() {
    List<Violation> faults =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Violation("rows[" + i + "]", "example.blank", said("vide", "blank")))
            .toList();
    ProblemException problem =
        new ProblemException(
            ProblemException.Kind.REFUSED, "example.invalid", said("Refusé.", "Refused."), faults);
    assertThat(problem.getMessage())
        .startsWith("example.invalid: Refused.; rows[0]: blank; ")
        .endsWith("; rows[4]: blank; and 9995 more");
    assertThat(problem.violations()).hasSize(10_000);
  }
}
