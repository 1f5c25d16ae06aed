/** Where rules and memberships are kept. */
package com.chronotech.customer360.profile.core.segment.store;
