package com.chronotech.customer360.communications;

import java.util.Map;
import java.util.Objects;

/** What a message says: words of its own, or a template's. */
public sealed interface Content permits Content.Written, Content.FromTemplate {

  /**
   * Words of its own; the HTML part of an e-mail is made of them.
   *
   * @param subject one line, 1 to 255 characters; ignored for text messages, where it may be null
   * @param text plain text, at most 256 KiB of UTF-8; for text messages at most 1,000 characters
   */
  record Written(String subject, String text) implements Content {}

  /**
   * A template, filled in when the message is queued.
   *
   * @param template the code of a template that is in use
   * @param variables what it names: texts, numbers, truths, lists and maps of these. A variable
   *     that it names and that is absent here refuses the message
   */
  record FromTemplate(String template, Map<String, Object> variables) implements Content {
    /** Creates the content; no argument may be null. */
    public FromTemplate {
      Objects.requireNonNull(template, "template");
      Objects.requireNonNull(variables, "variables");
    }
  }
}
