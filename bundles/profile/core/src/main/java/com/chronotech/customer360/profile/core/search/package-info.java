/** Finding and listing customers by an index of words kept beside the host's tables. */
package com.chronotech.customer360.profile.core.search;
