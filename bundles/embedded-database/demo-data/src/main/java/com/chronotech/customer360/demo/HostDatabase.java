package com.chronotech.customer360.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * An invented host database of any size. The same settings give the same bytes, on every machine.
 * Immutable: each {@code with} method answers another database.
 *
 * @param shape the kind of installation
 * @param variations how it differs from others; begins as the shape's
 * @param customers how many customers, from 1
 * @param seed what the invention starts from
 * @param until the last day of the host's life; nothing but scheduled work lies after it
 * @param busy one customer with a long history, or {@link Busy#NOBODY}
 */
public record HostDatabase(
    Shape shape, Set<Variation> variations, int customers, long seed, LocalDate until, Busy busy) {

  /**
   * One customer with as many work orders as wanted.
   *
   * @param customerId whose
   * @param workOrders how many
   */
  public record Busy(long customerId, int workOrders) {
    /** Nobody is given more than others. */
    public static final Busy NOBODY = new Busy(0, 0);
  }

  /** Checks the settings. */
  public HostDatabase {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(busy, "busy");
    variations = Set.copyOf(variations);
    if (customers < 1) {
      throw new IllegalArgumentException("at least one customer is needed, not " + customers);
    }
    if (until.isBefore(LocalDate.of(2010, 1, 1))) {
      throw new IllegalArgumentException("the host's life ends in 2010 or later, not " + until);
    }
  }

  /** A database of 500 customers, seed 42. */
  public static HostDatabase of(Shape shape) {
    return new HostDatabase(
        shape, shape.variations(), 500, 42, LocalDate.of(2026, 10, 31), Busy.NOBODY);
  }

  /** The same with so many customers. */
  public HostDatabase withCustomers(int number) {
    return new HostDatabase(shape, variations, number, seed, until, busy);
  }

  /** The same from another seed. */
  public HostDatabase withSeed(long newSeed) {
    return new HostDatabase(shape, variations, customers, newSeed, until, busy);
  }

  /** The same with the host's life ending on that day. */
  public HostDatabase withUntil(LocalDate day) {
    return new HostDatabase(shape, variations, customers, seed, day, busy);
  }

  /** The same with so many work orders for one customer, spread evenly over their years. */
  public HostDatabase withBusyCustomer(long customerId, int workOrders) {
    return new HostDatabase(
        shape, variations, customers, seed, until, new Busy(customerId, workOrders));
  }

  /** The same with one more variation. */
  public HostDatabase with(Variation variation) {
    Set<Variation> more = EnumSet.of(variation);
    more.addAll(variations);
    return new HostDatabase(shape, more, customers, seed, until, busy);
  }

  /** The same without a variation. */
  public HostDatabase without(Variation variation) {
    Set<Variation> fewer = EnumSet.allOf(Variation.class);
    fewer.retainAll(variations);
    fewer.remove(variation);
    return new HostDatabase(shape, fewer, customers, seed, until, busy);
  }

  /** Whether it has the variation. */
  boolean has(Variation variation) {
    return variations.contains(variation);
  }

  /**
   * Writes the database as SQL in UTF-8, in constant memory whatever its size. A statement is under
   * 1 MB and ends with a semicolon and a line end; the two stand together nowhere else. The first
   * statements set the session's character set and mode, so all must go through one session.
   *
   * @param out where to; flushed, not closed
   */
  public void writeTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
    writer.write("-- A ChronoTech host database with invented people: " + this + "\n");
    writer.write(
        """
        SET NAMES utf8mb4;
        SET FOREIGN_KEY_CHECKS=0;
        SET sql_mode='NO_AUTO_VALUE_ON_ZERO';
        """);
    new HostStory(this, writer).tell();
    writer.write("SET FOREIGN_KEY_CHECKS=1;\n");
    writer.flush();
  }

  /**
   * Writes what the customers agreed to, as a CSV file in UTF-8 that Customer 360 imports. The host
   * itself never held it.
   *
   * @param out where to; flushed, not closed
   */
  public void writeConsentsTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
    new ConsentStory(this).tell(writer);
    writer.flush();
  }

  @Override
  public String toString() {
    return "shape " + shape + ", " + customers + " customers, seed " + seed + ", until " + until;
  }
}
