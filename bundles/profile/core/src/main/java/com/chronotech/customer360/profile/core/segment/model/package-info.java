/** What rules can ask of a customer, and the sentences about them, as values. */
package com.chronotech.customer360.profile.core.segment.model;
