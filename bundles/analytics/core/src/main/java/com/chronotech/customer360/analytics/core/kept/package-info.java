/**
 * Figures that are kept: of each customer, and of all together. Brought in step with the host's
 * rows by what is told of changes, and by reading everything once a day.
 */
package com.chronotech.customer360.analytics.core.kept;
