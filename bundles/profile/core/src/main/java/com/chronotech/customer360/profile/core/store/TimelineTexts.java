package com.chronotech.customer360.profile.core.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.profile.core.model.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Texts as the host's table of activities can hold them: one that was too large to be converted
 * still has three bytes a character, and an entry that tells of a change must not refuse the
 * change. Looked at once a minute. Thread-safe.
 */
@Component(service = TimelineTexts.class)
public final class TimelineTexts {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private static final String NARROW =
      "select count(*) from information_schema.columns where table_schema = database()"
          + " and table_name = 'customer_activity' and lower(column_name) in"
          + " ('title', 'description') and character_set_name not like 'utf8mb4%'";

  private record Known(boolean narrow, Instant at) {}

  private final Sql sql;
  private final Clock clock;
  private volatile Known known;

  /** Creates the look at the table. */
  @Activate
  public TimelineTexts(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Clock clock) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
  }

  /** The text, with what the table cannot hold told by its number. */
  public String fit(String text) {
    return text != null && narrow() ? Texts.threeBytes(text) : text;
  }

  private boolean narrow() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || !now.isBefore(last.at().plus(KEPT))) {
      List<Long> found = sql.query(NARROW, Sql.Binder.NONE, row -> row.getLong(1));
      last = new Known(found.get(0) > 0, now);
      known = last;
    }
    return last.narrow();
  }
}
