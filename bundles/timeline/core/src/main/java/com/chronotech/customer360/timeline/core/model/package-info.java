/** The rules of the timeline as values; they know neither framework nor database. */
package com.chronotech.customer360.timeline.core.model;
