/** The words a customer is found by, and those of a search, as values. */
package com.chronotech.customer360.profile.core.search.model;
