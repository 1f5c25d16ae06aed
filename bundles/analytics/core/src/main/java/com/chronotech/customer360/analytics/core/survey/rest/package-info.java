/** The page on which a customer answers without signing in. */
package com.chronotech.customer360.analytics.core.survey.rest;
