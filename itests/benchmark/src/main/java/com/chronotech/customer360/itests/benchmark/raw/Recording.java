package com.chronotech.customer360.itests.benchmark.raw;

/** A way to record notes, each call one committed transaction. Thread-safe. */
interface Recording {
  /** Records one note. */
  void one(long customer, long number) throws Exception;

  /** Records several notes of one customer. */
  void many(long customer, long number, int count) throws Exception;
}
