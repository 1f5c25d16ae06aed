/** Receipts over HTTP: as JSON, as a signed text, as a page, and the page that checks them. */
package com.chronotech.customer360.consents.core.receipt.rest;
