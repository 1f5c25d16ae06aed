package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.core.model.Ruling.Target;
import com.chronotech.customer360.communications.core.store.AttemptTable.Attempt;
import com.chronotech.customer360.consents.UnsubscribeLinks.Link;
import java.util.List;

/**
 * A message about to be handed over.
 *
 * @param message the message
 * @param attempt which try
 * @param to where it goes
 * @param link to withdraw; null for a message that is not commercial
 * @param files its files
 */
record Prepared(Message message, Attempt attempt, Target to, Link link, List<Attachment> files) {}
