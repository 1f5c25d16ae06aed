package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.model.ActivityFilter;
import com.chronotech.customer360.timeline.core.model.Cursor;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.store.ActivityReads;
import com.chronotech.customer360.timeline.core.store.ActivityReads.Found;
import java.util.List;

/**
 * Reads one page and finds the cursors on both sides of it. One row more than the page is read, to
 * know whether anything follows. For one use.
 */
final class PageWalk {
  private final TimelineQuery query;
  private final PageRequest request;
  private final ActivityFilter filter;
  private final ActivityReads reads;
  private List<Found> page = List.of();
  private String next;
  private String previous;

  PageWalk(TimelineQuery query, PageRequest request, ActivityFilter filter, ActivityReads reads) {
    this.query = query;
    this.request = request;
    this.filter = filter;
    this.reads = reads;
  }

  List<Activity> activities() {
    return page.stream().map(Found::activity).toList();
  }

  String next() {
    return next;
  }

  String previous() {
    return previous;
  }

  void go(long total) {
    if (request.cursor() == null) {
      byNumber(total);
      return;
    }
    Cursor cursor = Cursor.decode(request.cursor()).orElseThrow();
    if (cursor.direction() == Direction.OLDER) {
      older(cursor.place());
    } else {
      newer(cursor.place());
    }
  }

  private void byNumber(long total) {
    int offset = (request.page() - 1) * request.perPage();
    boolean more = keep(reads.numbered(filter, offset, request.perPage() + 1));
    next = more ? after() : null;
    if (offset > 0 && total > 0) {
      previous = before();
    }
  }

  private void older(Place from) {
    boolean more = keep(reads.walk(filter, from, Direction.OLDER, request.perPage() + 1));
    next = more ? after() : null;
    // what the cursor was made from lies before this page
    previous = from == null ? null : before();
  }

  private void newer(Place from) {
    List<Found> found = reads.walk(filter, from, Direction.NEWER, request.perPage() + 1);
    boolean more = found.size() > request.perPage();
    page = more ? found.subList(1, found.size()) : found;
    previous = more ? before() : null;
    next = from == null ? null : after();
  }

  private boolean keep(List<Found> found) {
    boolean more = found.size() > request.perPage();
    page = more ? found.subList(0, request.perPage()) : found;
    return more;
  }

  /** Towards older ones; from an empty page, which lies before all, the first page. */
  private String after() {
    Place last = page.isEmpty() ? null : page.get(page.size() - 1).place();
    return Cursor.of(Direction.OLDER, last, query).encode();
  }

  /** Towards newer ones; from an empty page, which lies behind all, the last page. */
  private String before() {
    Place first = page.isEmpty() ? null : page.get(0).place();
    return Cursor.of(Direction.NEWER, first, query).encode();
  }
}
