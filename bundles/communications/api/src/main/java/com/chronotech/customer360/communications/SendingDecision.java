package com.chronotech.customer360.communications;

import java.time.Instant;

/**
 * Whether a message might be sent, as was decided last: at the instant of sending for one that was
 * sent, and kept with it as evidence (CASL s. 13: who sends proves the consent).
 *
 * @param allowed whether it might
 * @param reason why: a code of {@link com.chronotech.customer360.consents.DecisionReason}, such as
 *     {@code granted} or {@code never_asked}; or {@code suppressed}, {@code no_contact_wanted},
 *     {@code other_channel_preferred}, {@code no_address}, {@code unknown_customer}, {@code
 *     sender_not_configured}, {@code no_unsubscribe_link}
 * @param decidedAt when
 * @param consentVersion the version of the consent that decided; 0 when none did
 * @param consentRecordId the record of that version; null when none did
 * @param validUntil when that consent ends; null when it does not, or none decided
 * @param evidence what implies it, such as {@code invoices:118}; null unless implied
 */
public record SendingDecision(
    boolean allowed,
    String reason,
    Instant decidedAt,
    int consentVersion,
    String consentRecordId,
    Instant validUntil,
    String evidence) {}
