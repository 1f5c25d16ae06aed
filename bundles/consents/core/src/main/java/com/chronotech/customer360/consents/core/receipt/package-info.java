/** Receipts of consents: issued, shown, and checked. */
package com.chronotech.customer360.consents.core.receipt;
