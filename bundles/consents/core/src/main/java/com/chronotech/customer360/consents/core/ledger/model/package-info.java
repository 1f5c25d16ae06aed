/** The ledger's rules: trees of hashes, roots, and what makes a chain sound. */
package com.chronotech.customer360.consents.core.ledger.model;
