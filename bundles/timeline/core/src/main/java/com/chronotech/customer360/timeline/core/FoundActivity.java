package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.timeline.Activity;

/**
 * One activity, with what an answer about its customer must say.
 *
 * @param activity the activity, with what it refers to
 * @param privacyLevel the customer's level of privacy
 */
public record FoundActivity(Activity activity, String privacyLevel) {}
