/** Turns what the host already holds into activities. */
package com.chronotech.customer360.timeline.core.backfill;
