/** Signed links by which a customer withdraws without signing in. */
package com.chronotech.customer360.consents.core.link;
