/** Formulas over the host's rows. One of each: whatever keeps figures uses these. */
package com.chronotech.customer360.analytics.core.model;
