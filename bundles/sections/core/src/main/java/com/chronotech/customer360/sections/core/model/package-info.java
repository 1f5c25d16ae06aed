/** The refusals of sections. */
package com.chronotech.customer360.sections.core.model;
