package com.chronotech.customer360.schema.adopt;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How to adopt.
 *
 * @param zone the zone of the host's wall-clock times
 * @param copyLimit tables of more rows are not copied unless an administrator allows it
 * @param locale the language of the report's details
 */
public record AdoptionSettings(ZoneId zone, long copyLimit, Locale locale) {}
