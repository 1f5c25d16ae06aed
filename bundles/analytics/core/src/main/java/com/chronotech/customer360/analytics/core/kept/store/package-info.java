/** The tables of kept figures. */
package com.chronotech.customer360.analytics.core.kept.store;
