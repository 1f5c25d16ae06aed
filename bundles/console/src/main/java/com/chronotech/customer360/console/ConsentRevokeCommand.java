package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.Decision;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:consent-revoke}. */
@Service
@Command(
    scope = "customer360",
    name = "consent-revoke",
    description = "Records that a customer withdraws a consent, at once")
public final class ConsentRevokeCommand extends ConsentRecording {

  @Override
  void run() throws CommandRefused {
    record(decision(Decision.REVOKED).build());
  }
}
