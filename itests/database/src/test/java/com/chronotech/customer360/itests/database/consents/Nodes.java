package com.chronotech.customer360.itests.database.consents;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.TestPlatform;

/** Nodes of consents over a test's database. */
final class Nodes {
  private Nodes() {}

  /** A node over a database in which every purpose has a notice. */
  static ConsentsNode withNotices(TestPlatform platform) {
    ConsentsNode node = new ConsentsNode(platform);
    if (node.notices().shelf().current(ConsentType.MARKETING_EMAIL).isEmpty()) {
      node.publishNotices("1.0");
    }
    return node;
  }

  /** Asks until an answer comes from memory, so that what is tested is the memory. */
  static void remember(ConsentsNode node, long customer, ConsentType type) {
    Threads.await(
        "the answer is remembered",
        () -> {
          long hits = node.cache().hits();
          boolean granted = node.consents().isGranted(customer, type);
          return granted && node.cache().hits() > hits;
        });
  }
}
