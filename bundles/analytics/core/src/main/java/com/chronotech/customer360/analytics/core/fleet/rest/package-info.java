/** The REST edge of the figures of all customers. */
package com.chronotech.customer360.analytics.core.fleet.rest;
