package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.platform.store.StoreException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tells what the host's database means when it refuses a change. */
final class Refusals {
  private static final Map<Integer, Reason> REASONS =
      Map.ofEntries(
          Map.entry(1048, Reason.REQUIRED),
          Map.entry(1364, Reason.REQUIRED),
          Map.entry(1062, Reason.DUPLICATE),
          Map.entry(1217, Reason.STILL_REFERRED_TO),
          Map.entry(1451, Reason.STILL_REFERRED_TO),
          Map.entry(1216, Reason.NO_CUSTOMER),
          Map.entry(1452, Reason.NO_CUSTOMER),
          Map.entry(1369, Reason.HOST_RULE),
          Map.entry(1644, Reason.HOST_RULE),
          Map.entry(1906, Reason.HOST_RULE),
          Map.entry(3105, Reason.HOST_RULE),
          Map.entry(3819, Reason.HOST_RULE),
          Map.entry(4025, Reason.HOST_RULE),
          Map.entry(3140, Reason.DOES_NOT_FIT),
          Map.entry(1366, Reason.DOES_NOT_FIT));

  private Refusals() {}

  /**
   * Carries out a change.
   *
   * @param fieldOf the canonical field of a host's column
   * @throws HostRefusal when the host refuses it
   */
  static <T> T explaining(UnaryOperator<String> fieldOf, Supplier<T> change) {
    try {
      return change.get();
    } catch (StoreException e) {
      if (e.getCause() instanceof SQLException failure) {
        Reason reason = reason(failure);
        if (reason != null) {
          String column = HostColumn.namedIn(failure.getMessage());
          // The server's own words may hold the value: they stay in the cause.
          throw new HostRefusal(
              reason,
              column == null ? null : fieldOf.apply(column),
              "the host's database refuses it with error " + failure.getErrorCode(),
              e);
        }
      }
      throw e;
    }
  }

  private static Reason reason(SQLException failure) {
    Reason reason = REASONS.get(failure.getErrorCode());
    if (reason != null) {
      return reason;
    }
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.startsWith("22") || failure.getErrorCode() == 1265) {
      return Reason.DOES_NOT_FIT;
    }
    return state.startsWith("45") ? Reason.HOST_RULE : null;
  }
}
