package com.chronotech.customer360.timeline.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.core.model.ActivityFilter;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.model.Storable;
import com.chronotech.customer360.timeline.core.model.TimeRange;
import com.chronotech.customer360.timeline.core.store.PageSql.Walk;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageSqlTest {
  private static final TableShape OURS = shape(true);
  private static final Place PLACE = new Place(1_000_001, 9);

  private static TableShape shape(boolean dated) {
    return new TableShape(
        Storable.everything(),
        true,
        dated,
        true,
        " force index (`by_time`)",
        " force index (`by_type`)",
        " force index (`by_customer`)");
  }

  private static ActivityFilter filter(List<String> types) {
    return new ActivityFilter(7, types, Set.of(), TimeRange.ALWAYS, List.of());
  }

  private static String page(ActivityFilter filter, TableShape shape, Walk walk) {
    return new PageSql(filter, shape).page(walk).sql();
  }

  @Test
  void theFirstPageWalksTheIndexByTime() {
    assertThat(page(filter(null), OURS, new Walk(null, Direction.OLDER, 21, 0)))
        .isEqualTo(
            "select "
                + ActivityRows.COLUMNS
                + " from customer_activity a force index (`by_time`) where a.customer_id = ?"
                + " order by a.created_at desc, a.id desc limit ?");
  }

  @Test
  void aCursorBecomesTwoRanges() {
    assertThat(page(filter(null), OURS, new Walk(PLACE, Direction.OLDER, 21, 0)))
        .contains("and (a.created_at < ? or (a.created_at = ? and a.id < ?))")
        .endsWith("order by a.created_at desc, a.id desc limit ?");
    assertThat(page(filter(null), OURS, new Walk(PLACE, Direction.NEWER, 21, 0)))
        .contains("and (a.created_at > ? or (a.created_at = ? and a.id > ?))")
        .endsWith("order by a.created_at asc, a.id asc limit ?");
  }

  @Test
  void rowsWithoutATimeLieBehindAllOthers() {
    Place undated = new Place(Place.UNDATED, 9);
    assertThat(page(filter(null), shape(false), new Walk(PLACE, Direction.OLDER, 21, 0)))
        .contains("or a.created_at is null)");
    assertThat(page(filter(null), shape(false), new Walk(undated, Direction.OLDER, 21, 0)))
        .contains("and a.created_at is null and a.id < ?");
    assertThat(page(filter(null), shape(false), new Walk(undated, Direction.NEWER, 21, 0)))
        .contains("and (a.created_at is not null or a.id > ?)");
  }

  @Test
  void eachTypeIsWalkedByItself() {
    String sql =
        page(filter(List.of("note", "call")), OURS, new Walk(null, Direction.OLDER, 21, 40));
    assertThat(sql.split(" union all ", -1)).hasSize(2);
    assertThat(sql)
        .contains("force index (`by_type`) where a.customer_id = ? and a.activity_type = ?")
        .contains("limit ? offset ?) k join customer_activity a on a.id = k.id");
  }

  @Test
  void noValueOfAClientStandsInTheStatement() {
    ActivityFilter hostile =
        new ActivityFilter(
            7,
            List.of("'; drop table customers; --"),
            Set.of(ActorType.USER),
            TimeRange.ALWAYS,
            List.of("%' or 1=1 --"));
    Clause clause = new PageSql(hostile, OURS).page(new Walk(PLACE, Direction.OLDER, 21, 0));
    assertThat(clause.sql()).doesNotContain("drop table customers");
    assertThat(new PageSql(hostile, OURS).count(10_001).sql()).endsWith("limit ?)) found");
  }
}
