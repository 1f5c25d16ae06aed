/** Which ends were announced. */
package com.chronotech.customer360.consents.core.expiry.store;
