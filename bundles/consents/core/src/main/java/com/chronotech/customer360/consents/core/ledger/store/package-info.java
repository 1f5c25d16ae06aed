/** The ledger's tables, and the streams that verification reads. */
package com.chronotech.customer360.consents.core.ledger.store;
