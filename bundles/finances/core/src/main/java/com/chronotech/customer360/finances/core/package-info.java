/** Invoices and what is owed, over the host's invoices. */
package com.chronotech.customer360.finances.core;
