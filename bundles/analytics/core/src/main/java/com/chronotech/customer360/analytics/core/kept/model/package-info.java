/** The figures that are kept of each customer and of all together, as values. */
package com.chronotech.customer360.analytics.core.kept.model;
