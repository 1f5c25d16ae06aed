package com.chronotech.customer360.consents;

/**
 * Who consents for a person under 14 (P-39.1 s. 4.1): the person having parental authority, or the
 * tutor.
 *
 * @param name the full name; never blank in a sound request
 * @param relationship such as {@code mother}, {@code father}, {@code tutor}
 * @param contact how that person is reached; may be null
 */
public record Guardian(String name, String relationship, String contact) {}
