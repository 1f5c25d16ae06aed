package com.chronotech.customer360.finances.core.model;

import com.chronotech.customer360.finances.CustomerInvoice;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place between a customer's invoices, opaque to clients, and the order they stand in.
 *
 * @param older whether it leads to older invoices, or to newer ones
 * @param day the day of the invoice it was taken at, counted from 1970
 * @param id that invoice's id
 */
record InvoiceCursor(boolean older, long day, long id) {
  /** Newest first; those without a day last. */
  static final Comparator<CustomerInvoice> NEWEST_FIRST =
      Comparator.<CustomerInvoice>comparingLong(invoice -> day(invoice))
          .thenComparingLong(invoice -> invoice.invoice().id())
          .reversed();

  private static final int BYTES = 1 + 8 + 8 + 4;

  static InvoiceCursor at(CustomerInvoice invoice, boolean older) {
    return new InvoiceCursor(older, day(invoice), invoice.invoice().id());
  }

  /** Where an invoice lies: below zero when it is newer, above when it is older. */
  int compare(CustomerInvoice invoice) {
    int byDay = Long.compare(day, day(invoice));
    return byDay != 0 ? byDay : Long.compare(id, invoice.invoice().id());
  }

  String encode(long customerId) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.put((byte) (older ? 1 : 2)).putLong(day).putLong(id);
    bytes.putInt(check(customerId, bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The place in a cursor; empty for anything but a cursor of this customer. */
  static Optional<InvoiceCursor> decode(long customerId, String cursor) {
    byte[] raw;
    try {
      raw = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (raw.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    byte direction = bytes.get();
    InvoiceCursor found = new InvoiceCursor(direction == 1, bytes.getLong(), bytes.getLong());
    boolean sound = bytes.getInt() == check(customerId, raw) && (direction == 1 || direction == 2);
    return sound ? Optional.of(found) : Optional.empty();
  }

  private static long day(CustomerInvoice invoice) {
    return invoice.invoice().issuedOn() == null
        ? Long.MIN_VALUE
        : invoice.invoice().issuedOn().toEpochDay();
  }

  private static int check(long customerId, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(customerId).array());
    crc.update(bytes, 0, BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }
}
