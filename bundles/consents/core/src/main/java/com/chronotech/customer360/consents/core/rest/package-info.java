/** The REST edge of consents. */
package com.chronotech.customer360.consents.core.rest;
