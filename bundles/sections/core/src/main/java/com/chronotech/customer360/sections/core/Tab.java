package com.chronotech.customer360.sections.core;

import com.chronotech.customer360.host.Availability;

/**
 * A section as a caller may see it.
 *
 * @param name its name
 * @param availability whether this installation has it
 * @param permitted whether the caller may read it
 */
public record Tab(String name, Availability availability, boolean permitted) {}
