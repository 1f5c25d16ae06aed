/** Addresses that nothing is sent to. */
package com.chronotech.customer360.communications.core.suppression;
