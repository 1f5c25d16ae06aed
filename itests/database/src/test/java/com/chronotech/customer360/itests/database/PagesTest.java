package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages of random timelines against a model in memory; a failure names the seed to repeat it. */
class PagesTest {
  private static final int TIMELINES = 12;
  private static final int QUERIES = 8;

  @EveryServer
  void showWhatTheModelShows(TestPlatform platform) {
    for (int seed = 1; seed <= TIMELINES; seed++) {
      Random random = new Random(seed);
      TimelineModel model = TimelineModel.record(platform, random);
      for (int i = 0; i < QUERIES; i++) {
        TimelineQuery query = model.randomQuery(random);
        String hint = "seed " + seed + ", " + query;
        List<Long> expected = model.ids(query);
        int perPage = 1 + random.nextInt(random.nextBoolean() ? 5 : 100);
        byCursor(platform, query, perPage, expected, hint);
        byNumber(platform, query, perPage, expected, hint);
      }
      assertThat(platform.timeline().totals(model.customer())).isEqualTo(model.totals());
    }
  }

  private static void byCursor(
      TestPlatform platform, TimelineQuery query, int perPage, List<Long> expected, String hint) {
    List<Long> walked = new ArrayList<>();
    TimelinePage page = platform.timeline().page(query, PageRequest.number(1, perPage));
    assertThat(page.hasPrevious()).as(hint).isFalse();
    TimelinePage last = page;
    while (page != null) {
      assertThat(page.total()).as(hint).isEqualTo(expected.size());
      walked.addAll(ids(page));
      last = page;
      page =
          page.hasNext()
              ? platform.timeline().page(query, PageRequest.at(page.nextCursor(), perPage))
              : null;
    }
    assertThat(walked).as(hint).isEqualTo(expected);

    List<Long> back = new ArrayList<>(ids(last));
    for (TimelinePage at = last; at.hasPrevious(); ) {
      at = platform.timeline().page(query, PageRequest.at(at.prevCursor(), perPage));
      back.addAll(0, ids(at));
    }
    assertThat(back).as(hint + ", backwards").isEqualTo(expected);
  }

  private static void byNumber(
      TestPlatform platform, TimelineQuery query, int perPage, List<Long> expected, String hint) {
    int pages = (expected.size() + perPage - 1) / perPage;
    for (int number = 1; number <= pages + 1; number++) {
      TimelinePage page = platform.timeline().page(query, PageRequest.number(number, perPage));
      int from = Math.min(expected.size(), (number - 1) * perPage);
      int to = Math.min(expected.size(), from + perPage);
      assertThat(ids(page)).as(hint + ", page " + number).isEqualTo(expected.subList(from, to));
      assertThat(page.page()).isEqualTo(number);
      assertThat(page.hasNext()).as(hint).isEqualTo(to < expected.size());
    }
  }

  /** Who walks by cursor while others record sees everything that stood, each once. */
  @EveryServer
  void coverWhatStoodWhileOthersRecord(TestPlatform platform) {
    Random random = new Random(42);
    TimelineModel model = TimelineModel.record(platform, random);
    TimelineQuery query = TimelineQuery.of(model.customer());
    List<Long> stood = model.ids(query);
    List<Long> walked = new ArrayList<>();
    TimelinePage page = platform.timeline().page(query, PageRequest.number(1, 3));
    while (true) {
      walked.addAll(ids(page));
      // newer than all, older than all, and right where the walker stands
      recordAt(platform, model.customer(), Instant.parse("2030-01-01T00:00:00Z"));
      recordAt(platform, model.customer(), Instant.parse("2001-01-01T00:00:00Z"));
      List<Activity> shown = page.activities();
      recordAt(platform, model.customer(), shown.get(shown.size() - 1).createdAt());
      if (!page.hasNext() || walked.size() > 2000) {
        break;
      }
      page = platform.timeline().page(query, PageRequest.at(page.nextCursor(), 3));
      if (walked.containsAll(stood)) {
        break;
      }
    }
    assertThat(walked).doesNotHaveDuplicates().containsAll(stood);
  }

  private static void recordAt(TestPlatform platform, long customer, Instant time) {
    platform
        .timeline()
        .record(NewActivity.of(customer, ActivityType.NOTE, "late").occurredAt(time).build());
  }

  private static List<Long> ids(TimelinePage page) {
    return page.activities().stream().map(Activity::id).toList();
  }
}
