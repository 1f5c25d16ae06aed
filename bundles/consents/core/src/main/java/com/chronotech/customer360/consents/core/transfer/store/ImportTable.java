package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** {@code c360_consent_import}: the files that were imported. Thread-safe. */
public final class ImportTable {
  private static final int LONGEST = 255;

  private final Sql sql;

  /**
   * A file that was imported.
   *
   * @param hash SHA-256 of its bytes
   * @param name what it was called
   * @param lines how many lines it has
   * @param recorded how many became versions
   * @param unchanged how many said what stood
   * @param startedAt when it began
   * @param finishedAt when its last line was written
   * @param by the caller's name
   */
  public record Imported(
      Octets hash,
      String name,
      long lines,
      long recorded,
      long unchanged,
      Instant startedAt,
      Instant finishedAt,
      String by) {}

  /** Creates the access over the data source that joins transactions. */
  public ImportTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** How many lines the file of these very bytes has, where it was imported; else empty. */
  public OptionalLong linesOf(Octets hash) {
    return sql
        .query(
            "select total_lines from c360_consent_import where file_hash = ?",
            statement -> statement.setBytes(1, hash.bytes()),
            row -> row.getLong(1))
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /**
   * Keeps that a file was imported.
   *
   * @return false when another import of the same bytes was faster: this one must not stand
   */
  public boolean add(Imported file) {
    return sql.update(
            "insert ignore into c360_consent_import (file_hash, file_name, total_lines, recorded,"
                + " unchanged, started_at, finished_at, imported_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
            statement -> {
              statement.setBytes(1, file.hash().bytes());
              statement.setString(2, cut(file.name()));
              statement.setLong(3, file.lines());
              statement.setLong(4, file.recorded());
              statement.setLong(5, file.unchanged());
              statement.setString(6, UtcTimes.toSql(file.startedAt()));
              statement.setString(7, UtcTimes.toSql(file.finishedAt()));
              statement.setString(8, cut(file.by()));
            })
        == 1;
  }

  private static String cut(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
