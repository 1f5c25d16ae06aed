/** Profiles: the services, and what ties rules, the host's tables and the REST edge together. */
package com.chronotech.customer360.profile.core;
