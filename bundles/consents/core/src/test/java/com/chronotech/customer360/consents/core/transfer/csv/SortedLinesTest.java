package com.chronotech.customer360.consents.core.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLinesTest {
  private static final int LINES = 25_001;

  @TempDir Path folder;

  private static ImportLine line(int number, Random random) {
    boolean full = random.nextBoolean();
    return new ImportLine(
        number,
        NewConsent.of(
                1 + random.nextInt(300),
                List.of(ConsentType.values()).get(random.nextInt(6)),
                List.of(Decision.values()).get(random.nextInt(3)),
                "été " + number)
            .channel(full ? Channel.POST : null)
            .notice(full ? "1.0" : null, full ? "fr-CA" : null)
            .occurredAt(Instant.ofEpochSecond(random.nextInt(50), 123_456_000))
            .expiresAt(full ? Instant.MAX : null)
            .evidence(full ? "{\"a\":1}" : null)
            .ipAddress(full ? "::1" : null)
            .collectedBy(full ? 3L : null)
            .build());
  }

  @Test
  void givesEveryLineWholeByCustomerAndTime() {
    Random random = new Random(7);
    List<ImportLine> all = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      all.add(line(i + 2, random));
    }
    try (SortedLines lines = new SortedLines(folder)) {
      all.forEach(lines::add);
      all.sort(ImportLine.BY_CUSTOMER_AND_TIME);
      for (int again = 0; again < 2; again++) {
        List<ImportLine> given = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        lines.chunks(
            10_000,
            chunk -> {
              given.addAll(chunk);
              sizes.add(chunk.size());
            });
        assertThat(given).isEqualTo(all);
        assertThat(sizes).containsExactly(10_000, 10_000, 5_001);
      }
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    try (SortedLines lines = new SortedLines(folder)) {
      lines.add(line(2, new Random(1)));
      lines.chunks(10, chunk -> {});
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
