package com.chronotech.customer360.communications.core.model;

import java.util.Locale;

/**
 * Who sends, as commercial messages must say (CASL s. 6(2), SOR/2012-36 s. 2).
 *
 * @param name under which the business is known
 * @param address the mailing address
 * @param contact one more way to reach it: a telephone number, an e-mail or web address
 */
public record Sender(String name, String address, String contact) {

  /** Whether all three are known. */
  public boolean complete() {
    return !name.isBlank() && !address.isBlank() && !contact.isBlank();
  }

  /** The footer of a commercial message as plain text, with its unsubscribe. */
  public String footer(Locale locale, String unsubscribeUrl) {
    return "\n\n-- \n"
        + name
        + "\n"
        + address
        + "\n"
        + contact
        + "\n\n"
        + said("communications.footer.unsubscribe", locale)
        + "\n"
        + unsubscribeUrl
        + "\n";
  }

  /** The same as HTML. */
  public String footerHtml(Locale locale, String unsubscribeUrl) {
    return "<hr><p style=\"color:#555;font-size:0.85em\">"
        + PlainHtml.escaped(name)
        + "<br>"
        + PlainHtml.escaped(address)
        + "<br>"
        + PlainHtml.escaped(contact)
        + "</p><p style=\"color:#555;font-size:0.85em\"><a href=\""
        + PlainHtml.escaped(unsubscribeUrl)
        + "\">"
        + PlainHtml.escaped(said("communications.footer.unsubscribe_link", locale))
        + "</a></p>";
  }

  /** The end of a commercial text message: who sends, and how to stop. */
  public String shortFooter(Locale locale, String unsubscribeUrl) {
    return "\n"
        + name
        + " "
        + contact
        + "\n"
        + said("communications.footer.stop", locale)
        + " "
        + unsubscribeUrl;
  }

  private static String said(String key, Locale locale) {
    return CommunicationProblems.text(key).in(locale);
  }
}
