package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.Sql;

/**
 * The customer's own row as the lock before every change of what belongs to the customer. A change
 * whose foreign key looks at that row would otherwise share it with another and wait for it to its
 * end.
 */
final class CustomerLock {
  private final Sql sql;
  private final HostShape shape;

  CustomerLock(Sql sql, HostShape shape) {
    this.sql = sql;
    this.shape = shape;
  }

  /** Locks the row to the end of the transaction; answers whether there is one. */
  boolean take(long customerId) {
    return shape.table("customers").filter(table -> table.has("id")).isPresent()
        && !sql.query(
                "select id from customers where id = ? for update",
                statement -> statement.setLong(1, customerId),
                row -> row.getLong(1))
            .isEmpty();
  }
}
