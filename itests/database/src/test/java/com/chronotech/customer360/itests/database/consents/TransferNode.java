package com.chronotech.customer360.itests.database.consents;

import com.chronotech.customer360.consents.ConsentTransfer;
import com.chronotech.customer360.consents.UnsubscribeLinks;
import com.chronotech.customer360.consents.core.TimelineNotes;
import com.chronotech.customer360.consents.core.expiry.Endings;
import com.chronotech.customer360.consents.core.expiry.ExpiryConfiguration;
import com.chronotech.customer360.consents.core.expiry.store.ExpiryTable;
import com.chronotech.customer360.consents.core.key.SigningKeys;
import com.chronotech.customer360.consents.core.link.Links;
import com.chronotech.customer360.consents.core.link.SignedWithdrawals;
import com.chronotech.customer360.consents.core.transfer.TransferConfiguration;
import com.chronotech.customer360.consents.core.transfer.TransferFacade;
import com.chronotech.customer360.consents.core.transfer.Transfers;
import com.chronotech.customer360.consents.core.transfer.store.TransferStore;
import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.caller.Caller;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Imports, adoption, links and endings as the container wires them, over a node's consents. */
final class TransferNode implements AutoCloseable {
  private static final Caller MODULE = Caller.service(TestPlatform.MODULE);

  private final ConsentsNode consents;
  private final Transfers transfers;
  private final Endings endings;

  TransferNode(ConsentsNode consents) {
    this(consents, Map.of());
  }

  TransferNode(ConsentsNode consents, Map<String, ?> settings) {
    this.consents = consents;
    TestPlatform platform = consents.platform();
    Map<String, Object> configuration = new HashMap<>(settings);
    configuration.put("adoption_at_start", false);
    Map<String, Object> proofs = new HashMap<>(settings);
    proofs.keySet().removeIf(name -> !name.startsWith("proof."));
    configuration.keySet().removeAll(proofs.keySet());
    transfers =
        new Transfers(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            consents.customers(),
            consents.store(),
            new TransferStore(platform.dataSource(), TestSchema.ZONE),
            consents.notices(),
            consents.writer(),
            Configurations.of(TransferConfiguration.class, configuration),
            proofs);
    endings =
        new Endings(
            platform.transactions(),
            platform.clock(),
            platform.outbox(),
            consents.customers(),
            consents.store(),
            new ExpiryTable(platform.dataSource()),
            new TimelineNotes(platform.timeline(), platform.callers()),
            Configurations.of(ExpiryConfiguration.class, Map.of("expiry_scan_seconds", 0)));
  }

  ConsentTransfer transfer() {
    return new TransferFacade(transfers, consents.platform().callers(), MODULE);
  }

  Endings endings() {
    return endings;
  }

  UnsubscribeLinks links(SigningKeys keys) {
    TestPlatform platform = consents.platform();
    return new Links(
        keys,
        consents.store(),
        TestSchema.directory(platform.dataSource()),
        platform.transactions(),
        platform.callers(),
        platform.clock(),
        "https://erp.example/",
        MODULE);
  }

  SignedWithdrawals withdrawals(SigningKeys keys) {
    TestPlatform platform = consents.platform();
    return new SignedWithdrawals(
        keys,
        consents.store(),
        TestSchema.directory(platform.dataSource()),
        consents.notices(),
        consents.writer(),
        platform.clock());
  }

  static InputStream csv(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    transfers.stop();
    endings.stop();
  }
}
