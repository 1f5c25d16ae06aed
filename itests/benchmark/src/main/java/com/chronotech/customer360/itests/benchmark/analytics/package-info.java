/** Measures the figures of customers, one by one and all together, over millions of host rows. */
package com.chronotech.customer360.itests.benchmark.analytics;
