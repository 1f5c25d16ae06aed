package com.chronotech.customer360.analytics.core.survey.rest;

import com.chronotech.customer360.analytics.core.survey.Answering;
import com.chronotech.customer360.analytics.core.survey.SurveyConfiguration;
import com.chronotech.customer360.analytics.core.survey.model.Grades;
import com.chronotech.customer360.platform.rest.PublicExchange;
import com.chronotech.customer360.platform.rest.PublicPage.Sender;
import com.chronotech.customer360.platform.rest.RateLimit;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of a question. GET shows a form and changes nothing, since programs follow links
 * before people do; POST records. Everybody is answered alike, so that nobody learns who exists or
 * what was answered.
 */
@Component(service = Servlet.class, configurationPid = "com.chronotech.customer360.analytics")
@HttpWhiteboardServletName("customer360.survey")
@HttpWhiteboardServletPattern("/survey/*")
public final class SurveyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SurveyServlet.class);
  private static final int KEYS = 50_000;
  private static final int RETRY_SECONDS = 60;
  private static final int MANY = 429;
  private static final int LARGEST_FORM = 32_768;

  private final transient Answering answering;
  private final transient SurveyPage page;
  private final transient RateLimit byToken;
  private final transient RateLimit byAddress;
  private final transient RateLimit forged;
  private final boolean trustProxy;

  /** Creates the servlet. */
  @Activate
  public SurveyServlet(@Reference Answering answering, SurveyConfiguration configuration) {
    this(answering, configuration, System::nanoTime);
  }

  /** Creates a servlet with a clock of its own for its limits. */
  public SurveyServlet(
      Answering answering, SurveyConfiguration configuration, LongSupplier nanoTime) {
    this.answering = answering;
    this.page =
        new SurveyPage(
            new Sender(
                configuration.controller_name(),
                configuration.controller_contact(),
                configuration.controller_address()));
    this.byToken = new RateLimit(configuration.survey_token_per_minute(), KEYS, nanoTime);
    this.byAddress = new RateLimit(configuration.survey_address_per_minute(), KEYS, nanoTime);
    this.forged = new RateLimit(configuration.survey_forged_per_minute(), KEYS, nanoTime);
    this.trustProxy = configuration.survey_trust_proxy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Set.of("GET", "HEAD", "POST").contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Locale locale = PublicExchange.locale(request);
    String token = PublicExchange.token(request);
    Optional<UUID> question;
    try {
      question = answering.read(token);
    } catch (RuntimeException e) {
      away(response, locale, e);
      return;
    }
    int wait = wait(request, token, question.isPresent());
    if (wait > 0) {
      response.setIntHeader("Retry-After", wait);
      write(response, MANY, page.wait(locale, wait));
    } else if (request.getMethod().equals("POST")) {
      answer(request, response, locale, question);
    } else {
      write(response, HttpServletResponse.SC_OK, page.ask(locale, false));
    }
  }

  private int wait(HttpServletRequest request, String token, boolean ours) {
    String address = PublicExchange.address(request, trustProxy);
    int ofAddress = (ours ? byAddress : forged).take(address);
    return ofAddress > 0 || !ours ? ofAddress : byToken.take(token);
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Optional<UUID> question)
      throws IOException {
    if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST_FORM) {
      write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, page.large(locale));
      return;
    }
    if (request.getCharacterEncoding() == null) {
      // browsers send the page's own encoding, and do not say so
      request.setCharacterEncoding("UTF-8");
    }
    Optional<Grades> grades =
        Grades.read(
            request.getParameter("recommend"),
            request.getParameter("satisfied"),
            request.getParameter("comment"));
    if (grades.isEmpty()) {
      write(response, HttpServletResponse.SC_OK, page.ask(locale, true));
      return;
    }
    try {
      question.ifPresent(asked -> answering.answer(asked, grades.get()));
    } catch (RuntimeException e) {
      away(response, locale, e);
      return;
    }
    write(response, HttpServletResponse.SC_OK, page.done(locale));
  }

  private void away(HttpServletResponse response, Locale locale, RuntimeException cause)
      throws IOException {
    LOG.warn("an answer by link could not be recorded", cause);
    response.setIntHeader("Retry-After", RETRY_SECONDS);
    write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, page.away(locale));
  }

  private void write(HttpServletResponse response, int status, String html) throws IOException {
    PublicExchange.write(response, status, html, page.policy());
  }
}
