/** Proves that the history of consents was not rewritten: verification, daily roots. */
package com.chronotech.customer360.consents.core.ledger;
