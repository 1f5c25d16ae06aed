/** Where the back-fill's progress and its lease are kept. */
package com.chronotech.customer360.timeline.core.backfill.store;
