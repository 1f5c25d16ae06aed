/** What a link to a question says, and what an answer may be. */
package com.chronotech.customer360.analytics.core.survey.model;
