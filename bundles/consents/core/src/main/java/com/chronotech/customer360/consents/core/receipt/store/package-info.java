/** What receipts read of the ledger's tables. */
package com.chronotech.customer360.consents.core.receipt.store;
