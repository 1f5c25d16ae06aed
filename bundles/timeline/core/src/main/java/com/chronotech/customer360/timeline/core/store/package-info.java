/** The only room of the timeline that knows tables. */
package com.chronotech.customer360.timeline.core.store;
