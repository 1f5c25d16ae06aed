package com.chronotech.customer360.consents.core.key;

import java.nio.file.Path;

/** Keys in a folder of a test's own. */
public final class TestKeys {
  private TestKeys() {}

  /** The keys of a folder; those of former times lie in a folder within. */
  public static SigningKeys in(Path folder) {
    return new SigningKeys(folder.resolve("ledger.pem"), folder.resolve("older").toString());
  }
}
