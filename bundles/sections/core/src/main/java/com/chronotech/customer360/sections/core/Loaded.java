package com.chronotech.customer360.sections.core;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;

/**
 * A section of one customer.
 *
 * @param name its name
 * @param customerId whose
 * @param availability whether this installation has it
 * @param data what it shows, without values when it is not available
 * @param words in which it is shown
 */
public record Loaded(
    String name,
    long customerId,
    Availability availability,
    SectionData data,
    SectionWords words) {}
