/** What the timeline and the search are measured against: deployed into the same container. */
package com.chronotech.customer360.itests.benchmark.raw;
