package com.chronotech.customer360.finances;

/**
 * Which page, newest first.
 *
 * @param page the number from 1; ignored with a cursor
 * @param perPage 1 to 100
 * @param cursor a cursor of an earlier page, from either end, which keeps its place while invoices
 *     are added; null to go by number
 */
public record InvoicePaging(int page, int perPage, String cursor) {
  /** The size of a page when none is asked for. */
  public static final int DEFAULT_PER_PAGE = 20;

  /** The largest page. */
  public static final int MAX_PER_PAGE = 100;

  /** The first page, of the default size. */
  public static InvoicePaging first() {
    return new InvoicePaging(1, DEFAULT_PER_PAGE, null);
  }
}
