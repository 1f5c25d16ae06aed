package com.chronotech.customer360.communications.core.model;

/** Why a message is refused, waits or ended as it did, beside the reasons of consents. Stable. */
public final class Reasons {
  /** The host has no such customer any more. */
  public static final String UNKNOWN_CUSTOMER = "unknown_customer";

  /** The customer has no address or number that can be written to. */
  public static final String NO_ADDRESS = "no_address";

  /** The address came back for good, or its reader complained. */
  public static final String SUPPRESSED = "suppressed";

  /** The customer wants no contact. */
  public static final String NO_CONTACT_WANTED = "no_contact_wanted";

  /** The customer wants to be reached another way. */
  public static final String OTHER_CHANNEL = "other_channel_preferred";

  /** Commercial messages need the sender's name, mailing address and contact (CASL s. 6(2)). */
  public static final String NO_SENDER = "sender_not_configured";

  /** Commercial messages need an unsubscribe that works (CASL s. 11). */
  public static final String NO_LINK = "no_unsubscribe_link";

  /** Waits: consent cannot be determined now. */
  public static final String CONSENT_UNKNOWN = "consent_unknown";

  /** Waits: addresses were suppressed under a key that this node does not have. */
  public static final String KEY_MISSING = "suppression_key_missing";

  /** Waits for the hours in which the customer may be written to. */
  public static final String OUT_OF_HOURS = "out_of_hours";

  /** Waits for another try. */
  public static final String TRY_AGAIN = "try_again";

  /** Waits: a mail server is configured without an address to send from. */
  public static final String NO_FROM = "from_not_configured";

  /** Failed: so many tries in vain. */
  public static final String GIVEN_UP = "given_up";

  /** Failed: refused for good by whom it was handed to. */
  public static final String REJECTED = "rejected";

  /** Failed: the mailbox does not exist. */
  public static final String NO_MAILBOX = "no_mailbox";

  /** Handed over without an answer. */
  public static final String UNANSWERED = "unanswered";

  /** Sent, as far as a folder is concerned. */
  public static final String TO_FOLDER = "written_to_folder";

  /** Sent, as far as a log is concerned. */
  public static final String TO_LOG = "written_to_log";

  /** Its reader marked it as unwanted. */
  public static final String COMPLAINT = "complaint";

  /** It came back for good. */
  public static final String HARD_BOUNCE = "hard_bounce";

  /** Suppressed by an administrator. */
  public static final String BY_HAND = "by_hand";

  private Reasons() {}
}
