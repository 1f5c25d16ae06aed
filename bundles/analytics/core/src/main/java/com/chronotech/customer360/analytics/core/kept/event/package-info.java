/** Hears of what was recorded and decided. */
package com.chronotech.customer360.analytics.core.kept.event;
