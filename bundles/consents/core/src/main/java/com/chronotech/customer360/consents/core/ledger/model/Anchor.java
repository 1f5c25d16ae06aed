package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.core.model.Octets;
import java.time.LocalDate;

/**
 * A head as a root covers it.
 *
 * @param customerId whose chain
 * @param day of the first root that covers it
 * @param sequence how long the chain was
 * @param hash of its entry there
 */
public record Anchor(long customerId, LocalDate day, int sequence, Octets hash) {}
