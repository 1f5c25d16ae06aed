package com.chronotech.customer360.analytics.core.survey.store;

import com.chronotech.customer360.analytics.core.survey.model.Grades;
import com.chronotech.customer360.analytics.core.survey.model.Invitation;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers. Thread-safe. */
@Component(service = AnswerTable.class)
public final class AnswerTable {
  private final Sql sql;

  /** Creates the access, once the table stands. */
  @Activate
  public AnswerTable(@Reference DataSource dataSource, @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** Adds an answer, unless the question was answered; whether it was added. */
  public boolean add(Invitation invitation, Grades grades, Instant now) {
    return sql.update(
            "insert ignore into c360_survey_answer (reference, customer_id, about_table, about_id,"
                + " recommend, satisfied, comment, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            s -> {
              s.setString(1, invitation.reference().toString());
              s.setLong(2, invitation.customerId());
              s.setString(3, invitation.about().table());
              s.setLong(4, invitation.about().id());
              grade(s, 5, grades.recommend());
              grade(s, 6, grades.satisfied());
              s.setString(7, grades.comment());
              s.setString(8, UtcTimes.toSql(now));
            })
        > 0;
  }

  private static void grade(PreparedStatement statement, int at, Integer grade)
      throws SQLException {
    if (grade == null) {
      statement.setNull(at, Types.TINYINT);
    } else {
      statement.setInt(at, grade);
    }
  }

  /** Whether anybody ever answered. */
  public boolean any() {
    return !sql.query(
            "select 1 from c360_survey_answer limit 1", Sql.Binder.NONE, row -> row.getInt(1))
        .isEmpty();
  }

  /** The answers of customers, by customer, each list in ascending id. */
  public Map<Long, List<Answer>> of(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Map.of();
    }
    List<Long> ids = List.copyOf(Set.copyOf(customerIds));
    return sql
        .query(
            "select id, customer_id, about_table, about_id, recommend, satisfied, comment,"
                + " cast(answered_at as char) from c360_survey_answer where customer_id in ("
                + String.join(", ", Collections.nCopies(ids.size(), "?"))
                + ") order by id",
            s -> {
              for (int i = 0; i < ids.size(); i++) {
                s.setLong(i + 1, ids.get(i));
              }
            },
            AnswerTable::answer)
        .stream()
        .collect(Collectors.groupingBy(Answer::customerId));
  }

  /** The customers of answers since an instant, in the order they were given. */
  public Set<Long> customersSince(Instant since) {
    return Set.copyOf(
        sql.query(
            "select distinct customer_id from c360_survey_answer where answered_at >= ?",
            s -> s.setString(1, UtcTimes.toSql(since)),
            row -> row.getLong(1)));
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getLong(1),
        row.getLong(2),
        new HostReference(row.getString(3), row.getLong(4)),
        grade(row, 5),
        grade(row, 6),
        row.getString(7),
        UtcTimes.parse(row.getString(8)));
  }

  private static Integer grade(ResultSet row, int at) throws SQLException {
    int grade = row.getInt(at);
    return row.wasNull() ? null : grade;
  }
}
