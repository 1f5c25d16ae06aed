/** The rules of profiles, as values. */
package com.chronotech.customer360.profile.core.model;
