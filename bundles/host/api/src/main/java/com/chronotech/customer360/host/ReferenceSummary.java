package com.chronotech.customer360.host;

import java.math.BigDecimal;

/**
 * What a clerk needs to see of a referenced row.
 *
 * @param label such as {@code WO-2024-000001}; never null
 * @param status the host's status word; null when it has none
 * @param amount an amount of money in {@code currency}, with the host's scale; null when it has
 *     none
 * @param currency an ISO 4217 code; null without an amount
 * @param url the address of the host's screen; null when none is configured
 */
public record ReferenceSummary(
    String label, String status, BigDecimal amount, String currency, String url) {}
