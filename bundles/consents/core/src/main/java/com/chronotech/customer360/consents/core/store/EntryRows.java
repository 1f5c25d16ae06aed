package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Entry.Seal;
import com.chronotech.customer360.consents.core.model.Entry.Shown;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Rows of {@code c360_consent_entry} as entries, and back. */
public final class EntryRows {

  /** What {@link #entry} reads, of a table {@code e}. */
  public static final String COLUMNS =
      "e.id, e.customer_id, e.seq, e.consent_type, e.version, e.record_id, e.decision, e.basis,"
          + " e.notice_id, e.notice_version, e.notice_hash, e.language, e.source, e.channel,"
          + " e.by_guardian, e.origin, e.jurisdiction, cast(e.occurred_at as char),"
          + " cast(e.recorded_at as char), cast(e.valid_until as char), e.detail, e.salt,"
          + " e.commitment, e.previous_hash, e.hash";

  /** So many columns those are. */
  public static final int COUNT = 25;

  static final String INSERT =
      "insert into c360_consent_entry (customer_id, seq, consent_type, version, record_id,"
          + " decision, basis, notice_id, notice_version, notice_hash, language, source, channel,"
          + " by_guardian, origin, jurisdiction, occurred_at, recorded_at, valid_until, detail,"
          + " salt, commitment, previous_hash, hash) values (?"
          + ",?".repeat(COUNT - 2)
          + ")";

  private EntryRows() {}

  /** The entry of a row that begins with {@link #COLUMNS}. */
  public static Entry entry(ResultSet row) throws SQLException {
    long noticeId = row.getLong(9);
    Long notice = row.wasNull() ? null : noticeId;
    String version = row.getString(10);
    Octets hash = Octets.of(row.getBytes(11));
    String language = row.getString(12);
    boolean shown = notice != null || version != null || hash != null || language != null;
    return new Entry(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        shown ? new Shown(notice, version, language, hash) : null,
        row.getString(13),
        row.getString(14),
        row.getBoolean(15),
        row.getString(16),
        row.getString(17),
        UtcTimes.parse(row.getString(18)),
        UtcTimes.parse(row.getString(19)),
        UtcTimes.parse(row.getString(20)),
        new Seal(
            row.getString(21),
            Octets.of(row.getBytes(22)),
            Octets.of(row.getBytes(23)),
            Octets.of(row.getBytes(24)),
            Octets.of(row.getBytes(25))));
  }

  static void bind(PreparedStatement insert, Entry entry) throws SQLException {
    Shown notice = entry.notice();
    insert.setLong(1, entry.customerId());
    insert.setInt(2, entry.seq());
    insert.setString(3, entry.type());
    insert.setInt(4, entry.version());
    insert.setString(5, entry.recordId());
    insert.setString(6, entry.decision());
    insert.setString(7, entry.basis());
    if (notice == null || notice.id() == null) {
      insert.setNull(8, Types.BIGINT);
    } else {
      insert.setLong(8, notice.id());
    }
    insert.setString(9, notice == null ? null : notice.version());
    insert.setBytes(10, notice == null ? null : Octets.bytesOf(notice.sha256()));
    insert.setString(11, notice == null ? null : notice.language());
    insert.setString(12, entry.source());
    insert.setString(13, entry.channel());
    insert.setBoolean(14, entry.byGuardian());
    insert.setString(15, entry.origin());
    insert.setString(16, entry.jurisdiction());
    insert.setString(17, UtcTimes.toSql(entry.occurredAt()));
    insert.setString(18, UtcTimes.toSql(entry.recordedAt()));
    insert.setString(19, entry.validUntil() == null ? null : UtcTimes.toSql(entry.validUntil()));
    insert.setString(20, entry.seal().detail());
    insert.setBytes(21, Octets.bytesOf(entry.seal().salt()));
    insert.setBytes(22, entry.seal().commitment().bytes());
    insert.setBytes(23, entry.seal().previousHash().bytes());
    insert.setBytes(24, entry.seal().hash().bytes());
  }
}
