package com.chronotech.customer360.demo;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The two kinds of installations that are met most; single variations are added or taken away. */
public enum Shape {
  /** A recent installation that has never seen Customer 360. */
  RECENT,

  /** An older one: columns missing, older names, hand-made beginnings of Customer 360. */
  OLDER;

  /** The variations that make this shape. */
  public Set<Variation> variations() {
    return switch (this) {
      case RECENT -> EnumSet.of(Variation.EMPTY_STRINGS, Variation.FOUR_BYTE_TEXT);
      case OLDER ->
          EnumSet.of(
              Variation.UTF8MB3,
              Variation.EMPTY_STRINGS,
              Variation.NO_OPTIONAL_COLUMNS,
              Variation.NO_INVOICES,
              Variation.NULL_CUSTOMERS,
              Variation.OLD_CONTACTS,
              Variation.OLD_CONSENTS,
              Variation.OLD_ACTIVITY,
              Variation.FREE_TYPES,
              Variation.PLAIN_METADATA,
              Variation.MISSING_CUSTOMERS);
    };
  }

  /**
   * The shape of a name such as {@code recent}.
   *
   * @throws IllegalArgumentException naming the shapes there are
   */
  public static Shape named(String name) {
    for (Shape shape : values()) {
      if (shape.toString().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return shape;
      }
    }
    throw new IllegalArgumentException("no shape \"" + name + "\": use recent or older");
  }

  /** The name as written in configuration and on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
