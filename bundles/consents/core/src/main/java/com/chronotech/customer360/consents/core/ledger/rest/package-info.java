/** The ledger over HTTP. */
package com.chronotech.customer360.consents.core.ledger.rest;
