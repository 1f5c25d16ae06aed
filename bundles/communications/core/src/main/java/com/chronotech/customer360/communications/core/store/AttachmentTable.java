package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_message_attachment}. Thread-safe. */
@Component(service = AttachmentTable.class)
public final class AttachmentTable {
  private final Sql sql;

  /** Creates the access. */
  @Activate
  public AttachmentTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** Adds the files of a message, in the current transaction. */
  public void insert(long messageId, List<Attachment> attachments) {
    for (int i = 0; i < attachments.size(); i++) {
      int position = i;
      Attachment attachment = attachments.get(i);
      byte[] content = attachment.content();
      sql.update(
          "insert into c360_message_attachment (message_id, position, name, content_type, size,"
              + " sha256, content) values (?,?,?,?,?,?,?)",
          statement -> {
            statement.setLong(1, messageId);
            statement.setInt(2, position);
            statement.setString(3, attachment.name());
            statement.setString(4, attachment.contentType());
            statement.setLong(5, content.length);
            statement.setBytes(6, sha256(content));
            statement.setBytes(7, content);
          });
    }
  }

  /** The files of a message, to be sent; those that were purged are absent. */
  public List<Attachment> contents(long messageId) {
    return sql.query(
        "select name, content_type, content from c360_message_attachment where message_id = ?"
            + " and content is not null order by position",
        statement -> statement.setLong(1, messageId),
        row -> new Attachment(row.getString(1), row.getString(2), row.getBytes(3)));
  }

  /** What is told of the files of some messages; messages without files are absent. */
  public Map<Long, List<Attachment.Summary>> summaries(List<Long> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, TreeMap<Integer, Attachment.Summary>> found = new HashMap<>();
    sql.query(
        "select message_id, position, name, content_type, size, hex(sha256)"
            + " from c360_message_attachment where message_id in (?"
            + ",?".repeat(messageIds.size() - 1)
            + ")",
        statement -> {
          int at = 1;
          for (Long id : messageIds) {
            statement.setLong(at++, id);
          }
        },
        row ->
            found
                .computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                .put(
                    row.getInt(2),
                    new Attachment.Summary(
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6).toLowerCase(Locale.ROOT))));
    Map<Long, List<Attachment.Summary>> all = new HashMap<>();
    found.forEach((id, files) -> all.put(id, List.copyOf(files.values())));
    return all;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
