/** The addresses of one customer's figures. */
package com.chronotech.customer360.analytics.core.rest;
