/** Events of recorded activities: from the outbox to EventAdmin and to followers. */
package com.chronotech.customer360.timeline.core.event;
