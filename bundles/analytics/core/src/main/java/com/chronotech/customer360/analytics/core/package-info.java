/** Figures of one customer: the service, and what it leans on. */
package com.chronotech.customer360.analytics.core;
