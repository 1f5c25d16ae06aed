/** The language that rules are written in. */
package com.chronotech.customer360.profile.core.segment.language;
