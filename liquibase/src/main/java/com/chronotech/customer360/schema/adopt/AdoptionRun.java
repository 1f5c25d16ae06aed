package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.schema.migrate.Changelogs;
import com.chronotech.customer360.schema.migrate.SessionLock;
import com.chronotech.customer360.schema.shape.DatabaseShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a host's database, and what follows from it. A preview and an adoption say the same
 * by construction: the adoption carries out what the survey found.
 */
public final class AdoptionRun {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SCANNED = "customer_activity.types";

  private final Connection connection;
  private final Queries queries;
  private final AdoptionSettings settings;

  /** Creates a run on a connection without autocommit, whose session time zone is UTC. */
  public AdoptionRun(Connection connection, AdoptionSettings settings) {
    this.connection = connection;
    this.queries = new Queries(connection);
    this.settings = settings;
  }

  /** What an adoption would do. Changes nothing. */
  public AdoptionReport preview(boolean allowCopy) throws SQLException {
    AdoptionReport report = survey(allowCopy).report();
    connection.rollback();
    return report;
  }

  /**
   * Brings the structure to this version, and keeps what that changed for the report of the rows,
   * which follows; answers the id of the newest changeset.
   */
  public String structure(boolean allowCopy, Instant now) throws SQLException {
    return locked(
        () -> {
          Sentences found = new Sentences(settings.locale());
          DatabaseShape shape = DatabaseShape.read(connection);
          Optional<ActivityConversion> conversion =
              new StructureSurvey(queries, shape, settings, found).survey(allowCopy);
          connection.rollback();
          String version = change(conversion);
          KeptReports.keepChanges(connection, new AdoptionReport(now, found.entries()));
          connection.commit();
          return version;
        });
  }

  /** Whether the rows have never been looked at. */
  public boolean first() throws SQLException {
    return queries.number("select count(*) from c360_adoption_step where step = ?", SCANNED) == 0;
  }

  /** Adopts, and keeps the report. */
  public AdoptionReport adopt(boolean allowCopy, Instant now) throws SQLException {
    return locked(
        () -> {
          Survey survey = survey(allowCopy);
          connection.rollback();
          change(survey.conversion());
          if (!survey.words().isEmpty()) {
            map(survey.words(), 0);
          }
          markScanned();
          AdoptionReport report =
              KeptReports.withChangesBefore(
                  connection, new AdoptionReport(now, survey.report().entries()));
          KeptReports.keep(connection, report);
          connection.commit();
          return report;
        });
  }

  /** Adds the indexes that the host's own tables lack; answers a line for each. */
  public AdoptionReport addIndexes(boolean allowLarge, Instant now) throws SQLException {
    return locked(
        () -> {
          Sentences report = new Sentences(settings.locale());
          DatabaseShape shape = DatabaseShape.read(connection);
          connection.rollback();
          new HostIndexes(queries, shape, report)
              .add(allowLarge ? Long.MAX_VALUE : settings.copyLimit());
          return new AdoptionReport(now, report.entries());
        });
  }

  /**
   * What the last run that changed something did, and what the last run found; empty when there is
   * none, or no table to keep it in.
   */
  public AdoptionReport last() throws SQLException {
    DatabaseShape shape = DatabaseShape.read(connection);
    return shape.table("c360_adoption_entry").isPresent()
        ? KeptReports.last(connection)
        : new AdoptionReport(null, List.of());
  }

  /**
   * Maps what the host wrote since the last adoption. Cheap where that is little: rows looked at
   * before are not looked at again.
   *
   * @return how many rows were mapped
   */
  public long mapNewRows() throws SQLException {
    return locked(
        () -> {
          long after =
              queries.number("select through_id from c360_adoption_step where step = ?", SCANNED);
          Map<String, Long> words = new TypeMapping(queries).foreignWords(after);
          connection.rollback();
          long mapped = words.isEmpty() ? 0 : map(words, after);
          markScanned();
          connection.commit();
          return mapped;
        });
  }

  private record Survey(
      AdoptionReport report, Optional<ActivityConversion> conversion, Map<String, Long> words) {}

  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T locked(Work<T> work) throws SQLException {
    SessionLock lock = SessionLock.acquire(connection, PATIENCE);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private Survey survey(boolean allowCopy) throws SQLException {
    DatabaseShape shape = DatabaseShape.read(connection);
    Sentences report = new Sentences(settings.locale());
    Optional<ActivityConversion> conversion =
        new StructureSurvey(queries, shape, settings, report).survey(allowCopy);
    boolean typesFit =
        conversion.isPresent()
            || shape
                .table(Needs.ACTIVITY)
                .map(table -> ActivityConversion.of(table).type() == null)
                .orElse(true);
    Map<String, Long> words = new ActivitySurvey(queries, shape, report).survey(typesFit);
    new HostSurvey(queries, shape, report).survey();
    new HostIndexes(queries, shape, report).survey();
    return new Survey(new AdoptionReport(null, report.entries()), conversion, words);
  }

  private String change(Optional<ActivityConversion> conversion) throws SQLException {
    String version = Changelogs.update(connection);
    connection.commit();
    if (conversion.isPresent()) {
      conversion.get().run(queries, settings.zone());
    }
    return version;
  }

  private long map(Map<String, Long> words, long afterId) throws SQLException {
    return new TypeMapping(queries).map(words, afterId);
  }

  /** Remembers how far rows were looked at; writes only when there is something new. */
  private void markScanned() throws SQLException {
    queries.update(
        "insert into c360_adoption_step (step, through_id, done_at)"
            + " select * from (select ? as step, coalesce(max(id), 0) as through_id,"
            + " utc_timestamp(6) as done_at from customer_activity) latest"
            + " where not exists (select 1 from c360_adoption_step standing"
            + " where standing.step = latest.step and standing.through_id >= latest.through_id)"
            + " on duplicate key update through_id = values(through_id), done_at = values(done_at)",
        SCANNED);
  }
}
