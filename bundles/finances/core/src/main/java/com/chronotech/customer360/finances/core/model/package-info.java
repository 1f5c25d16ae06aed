/** The rules of what is owed, and of pages of invoices. */
package com.chronotech.customer360.finances.core.model;
