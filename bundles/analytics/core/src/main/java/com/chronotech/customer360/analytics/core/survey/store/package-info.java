/** The tables of questions and answers. */
package com.chronotech.customer360.analytics.core.survey.store;
