package com.chronotech.customer360.communications;

import java.time.Instant;

/**
 * An address that nothing is sent to, told by a keyed hash: the address itself is not kept, so that
 * this outlives its erasure.
 *
 * @param addressHash the first 16 hex digits of the keyed hash
 * @param reason {@code hard_bounce}, {@code complaint}, {@code rejected} or {@code by_hand}
 * @param messageId the number of the message that led to it; null for none
 * @param since when
 * @param liftedAt since when it does not stand any more; null while it does
 * @param liftedBy who lifted it; null while it stands
 */
public record Suppression(
    String addressHash,
    String reason,
    Long messageId,
    Instant since,
    Instant liftedAt,
    String liftedBy) {}
