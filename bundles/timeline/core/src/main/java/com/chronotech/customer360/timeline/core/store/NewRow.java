package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.timeline.NewActivity;
import java.time.Instant;

/**
 * An activity that passed the rules, ready to be written.
 *
 * @param activity what to write
 * @param actor who did it; null when unknown
 * @param at when it happened
 * @param sourceKey the stored idempotency key; null for none
 */
public record NewRow(NewActivity activity, NewActivity.Actor actor, Instant at, String sourceKey) {}
