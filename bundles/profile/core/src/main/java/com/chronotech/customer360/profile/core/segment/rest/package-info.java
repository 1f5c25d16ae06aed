/** The REST edge of segments. */
package com.chronotech.customer360.profile.core.segment.rest;
