/** Announces consents that ended by the clock. */
package com.chronotech.customer360.consents.core.expiry;
