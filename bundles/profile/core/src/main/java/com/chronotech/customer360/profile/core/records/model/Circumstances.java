package com.chronotech.customer360.profile.core.records.model;

import java.time.Year;

/**
 * What the rules need to know besides the record.
 *
 * @param region the customer's country, ISO 3166-1 alpha-2: of phones and addresses that name none
 * @param year the present year
 * @param phones reads telephone numbers
 */
public record Circumstances(String region, Year year, PhoneReader phones) {}
