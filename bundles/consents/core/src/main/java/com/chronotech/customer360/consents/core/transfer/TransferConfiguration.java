package com.chronotech.customer360.consents.core.transfer;

/**
 * Settings of imports and of the adoption in {@code etc/com.chronotech.customer360.consents.cfg}.
 * Besides these, {@code proof.<source>} names the version of a notice: consents that the host
 * collected by that source, with their date and with an address or a user, count as proven under
 * it.
 */
public @interface TransferConfiguration {

  /** Whether the host's consents are taken over when the server starts, and from then on. */
  boolean adoption_at_start() default true;

  /** Minutes between two looks at the host's table. */
  int adoption_minutes() default 5;

  /** Rows of the host read and taken over in one transaction. */
  int adoption_chunk_rows() default 5000;

  /** The largest file that is taken by HTTP, in bytes. */
  long import_max_bytes() default 536_870_912L;
}
