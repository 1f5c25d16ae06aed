/** The host's rows of consents, what became of them, and the files that were imported. */
package com.chronotech.customer360.consents.core.transfer.store;
