package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of templates, to which versions are only ever added. Thread-safe. */
@Component(service = TemplateTable.class)
public final class TemplateTable {
  private static final String COLUMNS =
      "select t.id, t.code, t.version, t.channel, t.message_class, t.promotional, t.purpose,"
          + " t.variables, cast(t.published_at as char), t.published_by,"
          + " cast(t.retired_at as char), x.language, x.subject, x.body_text, x.body_html"
          + " from c360_message_template t join c360_message_template_text x"
          + " on x.template_id = t.id ";

  private final Sql sql;

  /** Creates the access. */
  @Activate
  public TemplateTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** The newest version of a code, retired or not. */
  public Optional<MessageTemplate> newest(String code) {
    return read(
            "where t.code = ? and t.version = (select max(n.version) from c360_message_template n"
                + " where n.code = t.code) order by t.id, x.language",
            statement -> statement.setString(1, code))
        .stream()
        .findFirst();
  }

  /** Every version of a code, newest first. */
  public List<MessageTemplate> versions(String code) {
    return read(
        "where t.code = ? order by t.version desc, x.language",
        statement -> statement.setString(1, code));
  }

  /** The newest version of every code. */
  public List<MessageTemplate> all() {
    return read(
        "where t.version = (select max(n.version) from c360_message_template n"
            + " where n.code = t.code) order by t.code, x.language",
        Sql.Binder.NONE);
  }

  /** The newest version's number, locked until the end of the transaction; 0 for none. */
  public int lockedVersion(String code) {
    return sql
        .query(
            "select version from c360_message_template where code = ? order by version desc"
                + " limit 1 for update",
            statement -> statement.setString(1, code),
            row -> row.getInt(1))
        .stream()
        .findFirst()
        .orElse(0);
  }

  /** Adds a version, in the current transaction. */
  public void insert(MessageTemplate template) {
    sql.update(
        "insert into c360_message_template (code, version, channel, message_class, promotional,"
            + " purpose, variables, published_at, published_by) values (?,?,?,?,?,?,?,?,?)",
        statement -> {
          statement.setString(1, template.code());
          statement.setInt(2, template.version());
          statement.setString(3, template.channel().code());
          statement.setString(4, template.messageClass().code());
          statement.setBoolean(5, template.promotional());
          statement.setString(6, template.purpose() == null ? null : template.purpose().code());
          statement.setString(7, String.join("\n", new TreeSet<>(template.variables())));
          statement.setString(8, UtcTimes.toSql(template.publishedAt()));
          statement.setString(9, template.publishedBy());
        });
    sql.with(
        connection ->
            Sql.batch(
                connection,
                "insert into c360_message_template_text (template_id, language, subject,"
                    + " body_text, body_html) select id, ?, ?, ?, ? from c360_message_template"
                    + " where code = ? and version = ?",
                List.copyOf(template.texts().entrySet()),
                (statement, text) -> {
                  statement.setString(1, text.getKey());
                  statement.setString(2, text.getValue().subject());
                  statement.setString(3, text.getValue().text());
                  statement.setString(4, text.getValue().html());
                  statement.setString(5, template.code());
                  statement.setInt(6, template.version());
                }));
  }

  /** Retires every version of a code. */
  public void retire(String code, Instant at) {
    sql.update(
        "update c360_message_template set retired_at = ? where code = ? and retired_at is null",
        statement -> {
          statement.setString(1, UtcTimes.toSql(at));
          statement.setString(2, code);
        });
  }

  private List<MessageTemplate> read(String where, Sql.Binder binder) {
    Map<Long, Map<String, Text>> texts = new HashMap<>();
    List<Head> heads =
        sql.query(
            COLUMNS + where,
            binder,
            row -> {
              texts
                  .computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                  .put(
                      row.getString(12),
                      new Text(row.getString(13), row.getString(14), row.getString(15)));
              return head(row);
            });
    return heads.stream().distinct().map(head -> head.with(texts.get(head.id()))).toList();
  }

  private record Head(long id, MessageTemplate bare) {
    MessageTemplate with(Map<String, Text> texts) {
      return new MessageTemplate(
          bare.code(),
          bare.version(),
          bare.channel(),
          bare.messageClass(),
          bare.promotional(),
          bare.purpose(),
          texts,
          bare.variables(),
          bare.publishedAt(),
          bare.publishedBy(),
          bare.retiredAt());
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    String variables = row.getString(8);
    return new Head(
        row.getLong(1),
        new MessageTemplate(
            row.getString(2),
            row.getInt(3),
            Channel.ofCode(row.getString(4)).orElseThrow(),
            MessageClass.ofCode(row.getString(5)).orElseThrow(),
            row.getBoolean(6),
            ConsentType.ofCode(row.getString(7)).orElse(null),
            Map.of(),
            variables.isEmpty() ? Set.of() : Set.of(variables.split("\n")),
            UtcTimes.parse(row.getString(9)),
            row.getString(10),
            UtcTimes.parse(row.getString(11))));
  }
}
