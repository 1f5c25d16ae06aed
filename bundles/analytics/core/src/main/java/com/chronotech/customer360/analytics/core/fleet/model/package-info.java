/** The figures of all customers, as values. */
package com.chronotech.customer360.analytics.core.fleet.model;
