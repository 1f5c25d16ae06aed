/** The addresses of invoices, and the tab of finances. */
package com.chronotech.customer360.finances.core.rest;
