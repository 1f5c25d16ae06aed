package com.chronotech.customer360.demo;

/** A way in which one installation of the host differs from the next. */
public enum Variation {
  /** Tables in the 3-byte character set. */
  UTF8MB3,
  /** Characters outside the 3-byte set stand in notes; not together with {@link #UTF8MB3}. */
  FOUR_BYTE_TEXT,
  /** Empty strings stand where NULL would. */
  EMPTY_STRINGS,
  /** Columns that the host's later scripts added are absent. */
  NO_OPTIONAL_COLUMNS,
  /** {@code work_orders} has no {@code customer_id} at all. */
  NO_CUSTOMER_LINK,
  /** {@code work_orders.customer_id} is NULL on some rows. */
  NULL_CUSTOMERS,
  /** No {@code invoices} and no {@code invoice_payments}. */
  NO_INVOICES,
  /** No {@code appointments}. */
  NO_APPOINTMENTS,
  /** No vehicles under either name. */
  NO_VEHICLES,
  /** {@code customer_vehicles} stands in place of {@code vehicles}. */
  CUSTOMER_VEHICLES,
  /** {@code quotes}, with the work order each became. */
  QUOTES,
  /** {@code contacts} and {@code addresses}. */
  OLD_CONTACTS,
  /** {@code customer_contacts} and {@code customer_addresses}. */
  CUSTOMER_CONTACTS,
  /** {@code customers} has the six profile columns already. */
  PROFILE_COLUMNS,
  /** {@code customer_consents} with one row a type and names of its own. */
  OLD_CONSENTS,
  /** {@code customer_activity} exactly as the brief creates it. */
  BRIEF_ACTIVITY,
  /** {@code customer_activity} with a varchar type and timestamp times. */
  OLD_ACTIVITY,
  /** Activity types outside the thirteen; only with {@link #OLD_ACTIVITY}. */
  FREE_TYPES,
  /** Metadata that is not JSON; only with {@link #OLD_ACTIVITY}. */
  PLAIN_METADATA,
  /** Activities of customers who do not exist (any more). */
  MISSING_CUSTOMERS,
  /** {@code customer_activities}, a second timeline. */
  CUSTOMER_ACTIVITIES,
  /**
   * {@code customer_documents} with {@code document_type}, {@code hash_sha256}, {@code version}.
   */
  TYPED_DOCUMENTS,
  /** {@code customer_documents} with {@code category}, {@code checksum_sha256} and so on. */
  CATEGORISED_DOCUMENTS,
  /** {@code customer_documents} with little more than a file name. */
  PLAIN_DOCUMENTS
}
