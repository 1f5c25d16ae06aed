/** The back-fill over REST. */
package com.chronotech.customer360.timeline.core.backfill.rest;
