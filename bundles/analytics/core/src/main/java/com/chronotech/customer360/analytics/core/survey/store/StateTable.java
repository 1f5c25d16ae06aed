package com.chronotech.customer360.analytics.core.survey.store;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all nodes must know alike: the secret of links, and how far visits were looked at. */
@Component(service = StateTable.class)
public final class StateTable {
  private final Sql sql;

  /** Creates the access, once the table stands. */
  @Activate
  public StateTable(@Reference DataSource dataSource, @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** What is noted under a name. */
  public Optional<String> find(String name) {
    return sql
        .query(
            "select value from c360_survey_state where name = ?",
            s -> s.setString(1, name),
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  /** Notes a value, unless one is noted already; answers the one that stands. */
  public String first(String name, String value, Instant now) {
    sql.update(
        "insert ignore into c360_survey_state (name, value, updated_at) values (?, ?, ?)",
        s -> {
          s.setString(1, name);
          s.setString(2, value);
          s.setString(3, UtcTimes.toSql(now));
        });
    return find(name).orElseThrow();
  }

  /** Notes a value in the place of any other. */
  public void put(String name, String value, Instant now) {
    sql.update(
        "insert into c360_survey_state (name, value, updated_at) values (?, ?, ?)"
            + " on duplicate key update value = values(value), updated_at = values(updated_at)",
        s -> {
          s.setString(1, name);
          s.setString(2, value);
          s.setString(3, UtcTimes.toSql(now));
        });
  }
}
