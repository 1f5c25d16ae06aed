package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final TimelineQuery QUERY = TimelineQuery.of(7);

  @Property
  void comesBackAsItWas(
      @ForAll Direction direction, @ForAll long micros, @ForAll @LongRange(min = 1) long id) {
    Cursor cursor = Cursor.of(direction, new Place(micros, id), QUERY);
    assertThat(Cursor.decode(cursor.encode())).contains(cursor);
    assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
  }

  @Property
  void anythingElseIsRefused(@ForAll String text) {
    assertThat(Cursor.decode(text)).isEmpty();
  }

  @Test
  void oneChangedCharacterIsNoticed() {
    String text = Cursor.of(Direction.OLDER, new Place(1, 2), QUERY).encode();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(Cursor.decode(changed).filter(found -> found.equals(cursor(text))))
          .as("at %s", i)
          .isEmpty();
    }
  }

  private static Cursor cursor(String text) {
    return Cursor.decode(text).orElseThrow();
  }

  @Test
  void theEndsHaveNoPlace() {
    Cursor end = Cursor.of(Direction.NEWER, null, QUERY);
    assertThat(Cursor.decode(end.encode())).contains(end);
  }

  @Test
  void belongsToItsFilters() {
    Cursor cursor = Cursor.of(Direction.OLDER, new Place(1, 2), QUERY);
    assertThat(cursor.fits(TimelineQuery.of(7))).isTrue();
    assertThat(cursor.fits(TimelineQuery.of(8))).isFalse();
    assertThat(cursor.fits(QUERY.ofTypes(Set.of(ActivityType.NOTE)))).isFalse();
    LocalDate day = LocalDate.of(2026, 1, 1);
    Set<ActorType> user = Set.of(ActorType.USER);
    assertThat(cursor.fits(new TimelineQuery(7, Set.of(), user, null, null, null))).isFalse();
    assertThat(cursor.fits(new TimelineQuery(7, Set.of(), Set.of(), day, null, null))).isFalse();
    assertThat(cursor.fits(new TimelineQuery(7, Set.of(), Set.of(), null, day, null))).isFalse();
    assertThat(cursor.fits(new TimelineQuery(7, Set.of(), Set.of(), null, null, "x"))).isFalse();
    assertThat(cursor.fits(new TimelineQuery(7, Set.of(), Set.of(), null, null, " "))).isTrue();
  }
}
