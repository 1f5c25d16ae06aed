package com.chronotech.customer360.itests.benchmark.work;

/** Something to be done again and again, by several threads. */
interface Work {

  /**
   * Does it once.
   *
   * @param number never the same again for this work, so that what must be new is new
   * @return how many things that were; 0 when nothing new is left
   */
  long once(long number) throws Exception;
}
