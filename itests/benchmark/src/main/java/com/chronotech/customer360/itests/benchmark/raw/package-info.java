/** What the timeline is measured against: deployed into the same container. */
package com.chronotech.customer360.itests.benchmark.raw;
