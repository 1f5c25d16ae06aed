/** The index of words and how far it is. */
package com.chronotech.customer360.profile.core.search.store;
