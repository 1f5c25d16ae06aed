package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Envelope;

/** Hands e-mail over. Thread-safe. */
public interface MailTransport {

  /** Hands over one mail, and waits for the answer. */
  Handover deliver(OutgoingMail mail);

  /** The envelope of a mail to an address. */
  Envelope envelope(String to);

  /** The part after the {@code @} of our {@code Message-ID}s. */
  String domain();

  /**
   * Why nothing can be sent until the configuration is mended, as a code of {@link
   * com.chronotech.customer360.communications.core.model.Reasons}; null when it can.
   */
  String fault();

  /** Where mail goes: {@code smtp://host:port} or {@code file:folder}. */
  String description();
}
