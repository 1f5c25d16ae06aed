package com.chronotech.customer360.analytics.core.kept.store;

import java.time.LocalDate;

/**
 * Over which days sums go.
 *
 * @param from the first
 * @param to the last
 */
public record Sums(LocalDate from, LocalDate to) {}
