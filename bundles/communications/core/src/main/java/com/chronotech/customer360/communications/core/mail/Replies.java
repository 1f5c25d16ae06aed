package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.Texts;
import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;

/** What the answers of a mail server mean (RFC 5321, RFC 3463). */
final class Replies {
  private static final int LONGEST = 400;
  private static final int FINAL = 500;
  private static final int FIRST = 400;
  private static final Set<Integer> NO_SUCH = Set.of(550, 551, 553);
  private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
  private static final Pattern ADDRESS = Pattern.compile("\\S+@[^\\s>]+>?");

  private Replies() {}

  /**
   * What a failed try means.
   *
   * @param finishing whether the whole message was sent and its answer awaited: a connection that
   *     ends then leaves open whether it was taken
   */
  static Handover of(MessagingException failure, boolean finishing) {
    Exception at = failure;
    while (at != null) {
      if (at instanceof SMTPAddressFailedException address && address.getReturnCode() >= FIRST) {
        return refused(address.getReturnCode(), address.getMessage(), true);
      }
      at = at instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
    int code = code(failure);
    if (code >= FIRST) {
      return refused(code, failure.getMessage(), false);
    }
    return Handover.of(finishing ? Outcome.UNANSWERED : Outcome.AWAY, plain(failure.getMessage()));
  }

  private static int code(MessagingException failure) {
    if (failure instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    return failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
  }

  private static Handover refused(int code, String reply, boolean ofAddress) {
    String detail = plain(reply);
    if (code < FINAL) {
      return Handover.of(Outcome.TRY_AGAIN, detail);
    }
    Matcher enhanced = ENHANCED.matcher(reply == null ? "" : reply);
    boolean noMailbox =
        ofAddress
            && (enhanced.find() ? enhanced.group(1).startsWith("5.1.") : NO_SUCH.contains(code));
    return Handover.of(noMailbox ? Outcome.NO_MAILBOX : Outcome.REJECTED, detail);
  }

  /** A server's words without addresses, which are nobody's business in a log. */
  static String plain(String reply) {
    return reply == null ? null : Texts.line(ADDRESS.matcher(reply).replaceAll("•••"), LONGEST);
  }
}
