package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.HostSatisfaction;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers answered, where a ChronoTech database keeps it. */
@Component(service = HostSatisfaction.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechSatisfaction extends TableSource<Answer> implements HostSatisfaction {
  private static final String[] TABLES = {
    "satisfaction_surveys", "customer_satisfaction", "satisfaction_answers", "customer_surveys"
  };
  private static final String[] RECOMMEND = {
    "nps_score", "nps", "recommend_score", "recommendation_score", "likelihood_to_recommend"
  };
  private static final String[] SATISFIED = {
    "csat_score", "csat", "satisfaction_score", "satisfaction_rating", "rating", "stars"
  };
  private static final String[] ANSWERED = {
    "answered_at", "responded_at", "completed_at", "submitted_at", "response_date", "created_at"
  };
  private static final int BEST_RECOMMENDATION = 10;
  private static final int MOST_SATISFIED = 5;

  /** Creates the source. */
  @Activate
  public ChronoTechSatisfaction(@Reference ChronoTechTables tables) {
    super(tables);
  }

  @Override
  ReadingPlan<Answer> drawUp() {
    SourceLayout layout = tables().layout(TABLES);
    layout.needed(ANSWERED);
    Cell recommend = layout.wanted("recommend", RECOMMEND);
    Cell satisfied = satisfied(layout);
    if (layout.table() != null && recommend.missing() && satisfied.missing()) {
      layout.needed(RECOMMEND);
    }
    AnswerRow row =
        new AnswerRow(
            new Scores(recommend, satisfied),
            layout.wanted("comment", "comment", "comments", "feedback"),
            new Times(layout.cell(ANSWERED), layout.cell("created_at")),
            about(layout));
    return ReadingPlan.of(layout, row::answer, Answer::id);
  }

  /**
   * A column of such a name may be on another scale, which a greater number in it shows: taking
   * what happens to fit would be worse than nothing. A recommendation's scale is in its name.
   */
  private Cell satisfied(SourceLayout layout) {
    String name = layout.first(SATISFIED);
    if (name != null && greatest(layout.table(), name) > MOST_SATISFIED) {
      layout.lacks("satisfied", Availability.no("scale_unknown: " + name));
      return Cell.MISSING;
    }
    return layout.wanted("satisfied", SATISFIED);
  }

  private double greatest(HostTable table, String column) {
    return tables()
        .sql()
        .query(
            "select coalesce(max(t.`" + column + "` + 0), 0) from `" + table.name() + "` t",
            Sql.Binder.NONE,
            row -> row.getDouble(1))
        .get(0);
  }

  private static Map<String, Cell> about(SourceLayout layout) {
    Map<String, Cell> about = new LinkedHashMap<>();
    about.put("work_orders", layout.cell("work_order_id", "workorder_id"));
    about.put("appointments", layout.cell("appointment_id"));
    about.put("invoices", layout.cell("invoice_id"));
    about.values().removeIf(Cell::missing);
    if (about.isEmpty()) {
      layout.lacks("about", Availability.no("column_missing: work_order_id"));
    }
    return about;
  }

  private record Scores(Cell recommend, Cell satisfied) {}

  private record Times(Cell answered, Cell created) {}

  private record AnswerRow(Scores scores, Cell comment, Times times, Map<String, Cell> about) {

    /** Null for one that was asked and has not answered. */
    Answer answer(ResultSet row) throws SQLException {
      Integer likely = within(scores.recommend().whole(row), 0, BEST_RECOMMENDATION);
      Integer content = within(scores.satisfied().whole(row), 1, MOST_SATISFIED);
      String words = comment.text(row);
      Instant answered = times.answered().time(row);
      Instant at = answered == null ? times.created().time(row) : answered;
      return at == null || (likely == null && content == null && words == null)
          ? null
          : new Answer(
              SourceLayout.id(row),
              SourceLayout.owner(row),
              visit(row),
              likely,
              content,
              words,
              at);
    }

    private HostReference visit(ResultSet row) throws SQLException {
      for (Map.Entry<String, Cell> table : about.entrySet()) {
        Long id = table.getValue().id(row);
        if (id != null) {
          return new HostReference(table.getKey(), id);
        }
      }
      return null;
    }

    private static Integer within(Integer score, int least, int most) {
      return score == null || score < least || score > most ? null : score;
    }
  }
}
