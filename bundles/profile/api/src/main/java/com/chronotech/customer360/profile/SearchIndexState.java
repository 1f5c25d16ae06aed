package com.chronotech.customer360.profile;

import java.time.Instant;

/**
 * How far the index of words is.
 *
 * @param complete whether the host was read whole at least once
 * @param percent how much of it was read, 0 to 100
 * @param running whether a pass over everything is under way, on any node
 * @param changedThrough changes of the host up to here are in the index; null before the first look
 * @param updatedAt when it last went on; null before it began
 */
public record SearchIndexState(
    boolean complete, int percent, boolean running, Instant changedThrough, Instant updatedAt) {}
