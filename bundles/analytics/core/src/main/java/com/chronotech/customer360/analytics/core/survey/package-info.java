/** Asks customers how a visit was, and keeps what they answer. */
package com.chronotech.customer360.analytics.core.survey;
