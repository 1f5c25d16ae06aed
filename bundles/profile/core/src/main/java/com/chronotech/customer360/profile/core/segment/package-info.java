/** Segments by rule: writing the rules, evaluating them in sets, and keeping who is in and why. */
package com.chronotech.customer360.profile.core.segment;
