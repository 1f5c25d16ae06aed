/** The history of profiles in the database. */
package com.chronotech.customer360.profile.core.store;
