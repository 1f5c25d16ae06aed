package com.chronotech.customer360.analytics.core.survey.rest;

import static com.chronotech.customer360.platform.rest.PublicPage.escaped;
import static com.chronotech.customer360.platform.rest.PublicPage.paragraph;

import com.chronotech.customer360.analytics.core.survey.model.Grades;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.rest.PublicPage;
import com.chronotech.customer360.platform.rest.PublicPage.Sender;
import java.util.Locale;

/** The page of a question: a form that needs no script. Thread-safe. */
final class SurveyPage {
  private final PublicPage page;

  SurveyPage(Sender sender) {
    this.page = new PublicPage(sender);
  }

  /** The content security policy to send with each page. */
  String policy() {
    return page.policy();
  }

  /**
   * Asks.
   *
   * @param again whether a form came in which nothing was answered
   */
  String ask(Locale locale, boolean again) {
    String content =
        (again ? paragraph("done", say(locale, "ask.nothing")) : "")
            + paragraph("", say(locale, "ask.lead"))
            + "<form method=\"post\">\n"
            + scale(locale, "recommend", 0, 10)
            + scale(locale, "satisfied", 1, 5)
            + "<label class=\"scale\">"
            + escaped(say(locale, "ask.comment"))
            + "<textarea name=\"comment\" rows=\"5\" maxlength=\""
            + Grades.LONGEST
            + "\"></textarea></label>\n<button class=\"first\">"
            + escaped(say(locale, "ask.send"))
            + "</button></form>\n"
            + paragraph("quiet", say(locale, "ask.note"));
    return page(locale, "ask", content);
  }

  private static String scale(Locale locale, String name, int least, int most) {
    StringBuilder html =
        new StringBuilder("<fieldset class=\"scale\"><legend>")
            .append(escaped(say(locale, "ask." + name)))
            .append("</legend>\n<div class=\"grades\">");
    for (int grade = least; grade <= most; grade++) {
      html.append("<label><input type=\"radio\" name=\"")
          .append(name)
          .append("\" value=\"")
          .append(grade)
          .append("\"><span>")
          .append(grade)
          .append("</span></label>");
    }
    return html.append("</div>\n")
        .append(paragraph("quiet", say(locale, "ask." + name + ".ends")))
        .append("</fieldset>\n")
        .toString();
  }

  /** Thanks, everybody alike: the page does not tell who exists, nor what was answered before. */
  String done(Locale locale) {
    return page(
        locale,
        "done",
        paragraph("done", say(locale, "done.noted")) + paragraph("", say(locale, "done.lead")));
  }

  /** Asks to wait. */
  String wait(Locale locale, int seconds) {
    return page(locale, "wait", paragraph("", say(locale, "wait.lead", seconds)));
  }

  /** Says that it was not recorded. */
  String away(Locale locale) {
    return page(locale, "away", paragraph("", say(locale, "away.lead")));
  }

  /** Says that the form was too large. */
  String large(Locale locale) {
    return page(locale, "large", paragraph("", say(locale, "large.lead", Grades.LONGEST)));
  }

  private String page(Locale locale, String kind, String content) {
    return page.page(locale, say(locale, kind + ".title"), content);
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return LocalizedText.of(SurveyPage.class, key, arguments).in(locale);
  }
}
