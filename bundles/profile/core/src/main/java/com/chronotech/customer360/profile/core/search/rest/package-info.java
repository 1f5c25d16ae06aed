/** The REST edge of search. */
package com.chronotech.customer360.profile.core.search.rest;
