package com.chronotech.customer360.host;

/**
 * Points at a row of a host table.
 *
 * @param table the table's name as stored, such as {@code work_orders}
 * @param id the row's id
 */
public record HostReference(String table, long id) {}
