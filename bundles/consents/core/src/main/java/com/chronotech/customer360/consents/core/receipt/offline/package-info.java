/** The command that checks a receipt without a server. */
package com.chronotech.customer360.consents.core.receipt.offline;
