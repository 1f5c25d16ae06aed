package com.chronotech.customer360.schema;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.schema.adopt.AdoptionRun;
import com.chronotech.customer360.schema.adopt.AdoptionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The adoption over the one data source. */
@Component(
    service = {Adoption.class, HostAdoption.class},
    configurationPid = {"com.chronotech.customer360.host", "com.chronotech.customer360.schema"})
public final class HostAdoption implements Adoption {
  private final AdoptionConnections connections;
  private final Clock clock;
  private final AdoptionSettings settings;

  /** Creates the adoption. */
  @Activate
  public HostAdoption(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Clock clock,
      SchemaConfiguration configuration) {
    this.connections = new AdoptionConnections(dataSource);
    this.clock = clock;
    this.settings =
        new AdoptionSettings(
            ZoneId.of(configuration.zone()),
            configuration.copy_limit_rows(),
            Locale.forLanguageTag(configuration.language()));
  }

  @Override
  public AdoptionReport preview() {
    return answer(run -> run.preview(false));
  }

  @Override
  public AdoptionReport adopt(boolean allowCopy) {
    return answer(run -> run.adopt(allowCopy, now()));
  }

  @Override
  public AdoptionReport addIndexes(boolean allowLarge) {
    return answer(run -> run.addIndexes(allowLarge, now()));
  }

  @Override
  public AdoptionReport lastReport() {
    return answer(AdoptionRun::last);
  }

  /** Brings the structure to this version; answers the id of the newest changeset. */
  public String structure() throws SQLException {
    return connections.with(connection -> run(connection).structure(false, now()));
  }

  /** Adopts at the first start; later maps what the host wrote since. */
  public void rows() throws SQLException {
    boolean first = connections.with(connection -> run(connection).first());
    if (first) {
      adopt(false);
    } else {
      connections.with(connection -> run(connection).mapNewRows());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private AdoptionRun run(Connection connection) {
    return new AdoptionRun(connection, settings);
  }

  @FunctionalInterface
  private interface Question {
    AdoptionReport ask(AdoptionRun run) throws SQLException;
  }

  private AdoptionReport answer(Question question) {
    try {
      return connections.with(connection -> question.ask(run(connection)));
    } catch (SQLException e) {
      throw new ProblemException(
          away(e) ? ProblemException.Kind.UNAVAILABLE : ProblemException.Kind.CONFLICT,
          away(e) ? "database.unavailable" : "schema.adoption_failed",
          LocalizedText.of(HostAdoption.class, away(e) ? "away" : "failed", e.getMessage()),
          e);
    }
  }

  /** Connection failures, and the pool's word that it has no connection to give. */
  private static boolean away(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || (e.getSQLState() != null && e.getSQLState().startsWith("08"));
  }
}
