package com.chronotech.customer360.consents.core.receipt.model;

import java.util.List;

/**
 * Who is responsible for the data, as the administrator configured it; null where nothing was.
 *
 * @param name of the business
 * @param contact of the person in charge of personal information (P-39.1 s. 3.1)
 * @param address a mailing address
 * @param recipients to whom the data is communicated; empty for nobody else
 * @param withdrawalUrl where consent is withdrawn
 */
public record Controller(
    String name, String contact, String address, List<String> recipients, String withdrawalUrl) {

  /** Creates a controller. */
  public Controller {
    recipients = List.copyOf(recipients);
  }
}
