package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.consents.LedgerService;
import com.chronotech.customer360.consents.ReceiptService;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.ledger.LedgerCheck;
import com.chronotech.customer360.consents.core.ledger.LedgerEngine;
import com.chronotech.customer360.consents.core.ledger.LedgerFacade;
import com.chronotech.customer360.consents.core.receipt.ReceiptConfiguration;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine;
import com.chronotech.customer360.consents.core.receipt.ReceiptFacade;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.health.HealthCheck;
import java.nio.file.Path;
import java.util.Map;

/** The ledger and receipts as the container wires them, over consents of a node. Thread-safe. */
public final class LedgerNode {
  private final ConsentsNode consents;
  private final LedgerEngine engine;
  private final ReceiptEngine receipts;

  /**
   * Wires the ledger.
   *
   * @param keys a folder: {@code ledger.pem}, and older public keys in {@code older}
   */
  public LedgerNode(ConsentsNode consents, Path keys) {
    this(consents, keys, Map.of());
  }

  /** Wires the ledger with what receipts say of the business. */
  public LedgerNode(ConsentsNode consents, Path keys, Map<String, ?> configuration) {
    this.consents = consents;
    TestPlatform platform = consents.platform();
    SigningKeys signing =
        new SigningKeys(keys.resolve("ledger.pem"), keys.resolve("older").toString());
    engine =
        new LedgerEngine(
            platform.dataSource(),
            () -> "test",
            platform.transactions(),
            platform.callers(),
            TestSchema.directory(platform.dataSource()),
            platform.clock(),
            signing);
    receipts =
        new ReceiptEngine(
            platform.dataSource(),
            () -> "test",
            platform.callers(),
            consents.engine(),
            consents.notices(),
            platform.clock(),
            signing,
            Configurations.of(ReceiptConfiguration.class, configuration));
  }

  /** The ledger as the module {@link TestPlatform#MODULE} sees it. */
  public LedgerService ledger() {
    return new LedgerFacade(
        engine, consents.platform().callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Receipts as that module sees them. */
  public ReceiptService receipts() {
    return new ReceiptFacade(
        receipts, consents.platform().callers(), Caller.service(TestPlatform.MODULE));
  }

  /** What answers the facade and the REST edge. */
  public LedgerEngine engine() {
    return engine;
  }

  /** What issues and checks receipts. */
  public ReceiptEngine receiptEngine() {
    return receipts;
  }

  /** The health check. */
  public HealthCheck check() {
    return new LedgerCheck(engine, consents.platform().clock());
  }

  /** The consents below. */
  public ConsentsNode consents() {
    return consents;
  }
}
