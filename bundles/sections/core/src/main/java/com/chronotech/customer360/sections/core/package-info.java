/** The tabs of a customer that the domains publish, found by name. */
package com.chronotech.customer360.sections.core;
