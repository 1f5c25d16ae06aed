package com.chronotech.customer360.analytics.core.kept.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.analytics.core.kept.model.Part.Resolved;
import com.chronotech.customer360.analytics.core.kept.model.Part.Visited;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a customer adds is read back as it was written, and taken out as it was put in. */
class PartTextTest {

  private static Part part(long seed) {
    Random random = new Random(seed);
    Map<Slot, Tally> slots = new HashMap<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      LocalDate day = i == 0 ? Slot.NEVER : LocalDate.ofEpochDay(random.nextInt(20_000));
      slots.put(
          new Slot(day, random.nextInt(3), random.nextBoolean() ? "" : "citroën"),
          Tally.of(Total.REVENUE, random.nextInt() - 5L).with(Total.VISITS, 1 + random.nextInt(4)));
    }
    Map<Integer, Visited> quarters = new HashMap<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      quarters.put(8000 + random.nextInt(90), new Visited(random.nextBoolean(), random.nextInt()));
    }
    return new Part(
        random.nextBoolean() ? "" : "laval",
        random.nextBoolean() ? List.of() : List.of("flotte", "vip or"),
        slots,
        random.nextBoolean() ? null : 8000,
        quarters,
        random.nextBoolean() ? List.of() : List.of(3, 400, 12),
        random.nextBoolean()
            ? List.of()
            : List.of(new Resolved(LocalDate.ofEpochDay(20_000 - random.nextInt(9)), 40)));
  }

  @Property
  void isReadAsItWasWritten(@ForAll long seed) {
    Part part = part(seed);
    assertThat(PartText.read(PartText.write(part))).isEqualTo(part);
    assertThat(PartText.write(PartText.read(PartText.write(part)))).isEqualTo(PartText.write(part));
  }

  @Property
  void isTakenOutAsItWasPutIn(@ForAll long one, @ForAll long other) {
    FleetChange change = new FleetChange();
    change.add(part(one));
    change.add(part(other));
    change.subtract(part(one));
    FleetChange alone = new FleetChange();
    alone.add(part(other));
    assertThat(change.days()).isEqualTo(alone.days());
    // a quarter without visit and money adds nothing, put in alone or not
    alone.subtract(part(other));
    change.subtract(part(other));
    assertThat(change.days()).isEmpty();
  }

  @Test
  void refusesWhatItIsNot() {
    assertThatThrownBy(() -> PartText.read("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void foldsSpellings() {
    assertThat(Folding.fold("  MONTRÉAL\u00a0 Est ")).isEqualTo("montreal est");
    assertThat(Folding.fold(null)).isEmpty();
    assertThat(Folding.label(" Saint-\tJérôme ")).isEqualTo("Saint- Jérôme");
  }

  @Test
  void namesQuarters() {
    int quarter = Quarter.of(LocalDate.of(2026, 9, 30));
    assertThat(Quarter.name(quarter)).isEqualTo("2026-Q3");
    assertThat(Quarter.begin(quarter)).isEqualTo(LocalDate.of(2026, 7, 1));
  }
}
