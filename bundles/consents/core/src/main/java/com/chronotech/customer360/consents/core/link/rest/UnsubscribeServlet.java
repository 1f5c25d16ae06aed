package com.chronotech.customer360.consents.core.link.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.link.LinkConfiguration;
import com.chronotech.customer360.consents.core.link.Withdrawals;
import com.chronotech.customer360.consents.core.link.Withdrawals.Reading;
import com.chronotech.customer360.consents.core.link.rest.UnsubscribePage.Scope;
import com.chronotech.customer360.platform.rest.PublicExchange;
import com.chronotech.customer360.platform.rest.PublicPage.Sender;
import com.chronotech.customer360.platform.rest.RateLimit;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
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
 * The address of a link. GET shows a page and changes nothing, since programs follow links before
 * people do; POST withdraws at once, from the page's buttons and from a mail program's one click
 * (RFC 8058). Everybody is answered alike, so that nobody learns who exists.
 */
@Component(service = Servlet.class, configurationPid = "com.chronotech.customer360.consents")
@HttpWhiteboardServletName("customer360.unsubscribe")
@HttpWhiteboardServletPattern("/unsubscribe/*")
public final class UnsubscribeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(UnsubscribeServlet.class);
  private static final int KEYS = 50_000;
  private static final int RETRY_SECONDS = 60;
  private static final int MANY = 429;

  private final transient Withdrawals withdrawals;
  private final transient UnsubscribePage page;
  private final transient RateLimit byToken;
  private final transient RateLimit byAddress;
  private final transient RateLimit forged;
  private final boolean trustProxy;

  /** Creates the servlet. */
  @Activate
  public UnsubscribeServlet(@Reference Withdrawals withdrawals, LinkConfiguration configuration) {
    this(withdrawals, configuration, System::nanoTime);
  }

  /** Creates a servlet with a clock of its own for its limits. */
  public UnsubscribeServlet(
      Withdrawals withdrawals, LinkConfiguration configuration, LongSupplier nanoTime) {
    this.withdrawals = withdrawals;
    this.page =
        new UnsubscribePage(
            new Sender(
                configuration.controller_name(),
                configuration.controller_contact(),
                configuration.controller_address()));
    this.byToken = new RateLimit(configuration.unsubscribe_token_per_minute(), KEYS, nanoTime);
    this.byAddress = new RateLimit(configuration.unsubscribe_address_per_minute(), KEYS, nanoTime);
    this.forged = new RateLimit(configuration.unsubscribe_forged_per_minute(), KEYS, nanoTime);
    this.trustProxy = configuration.unsubscribe_trust_proxy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String method = request.getMethod();
    if (!Set.of("GET", "HEAD", "POST").contains(method)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Locale locale = PublicExchange.locale(request);
    String token = PublicExchange.token(request);
    Reading reading = withdrawals.read(token);
    int wait = wait(request, token, reading);
    if (wait > 0) {
      response.setIntHeader("Retry-After", wait);
      write(response, MANY, page.wait(locale, wait));
      return;
    }
    if (method.equals("POST")) {
      withdraw(request, response, locale, reading);
    } else {
      write(response, HttpServletResponse.SC_OK, page.ask(locale, reading.type()));
    }
  }

  private int wait(HttpServletRequest request, String token, Reading reading) {
    String address = address(request);
    int ofAddress = (reading.ours() ? byAddress : forged).take(address);
    return ofAddress > 0 || !reading.ours() ? ofAddress : byToken.take(token);
  }

  private void withdraw(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Reading reading)
      throws IOException {
    // One click carries List-Unsubscribe=One-Click and no scope: it withdraws the link's purpose.
    Scope scope = "all".equals(request.getParameter("scope")) ? Scope.ALL : Scope.THIS;
    Set<ConsentType> types =
        scope == Scope.ALL
            ? Set.of(ConsentType.MARKETING_EMAIL, ConsentType.MARKETING_SMS)
            : reading.type() == null ? Set.of() : Set.of(reading.type());
    boolean oneClick = "One-Click".equals(request.getParameter("List-Unsubscribe"));
    try {
      withdrawals.withdraw(
          reading,
          types,
          new Withdrawals.Request(
              oneClick ? "one_click" : "page", address(request), request.getHeader("User-Agent")));
    } catch (RuntimeException e) {
      LOG.warn("a withdrawal by link could not be recorded", e);
      response.setIntHeader("Retry-After", RETRY_SECONDS);
      write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, page.away(locale));
      return;
    }
    write(response, HttpServletResponse.SC_OK, page.done(locale, reading.type(), scope));
  }

  private String address(HttpServletRequest request) {
    return PublicExchange.address(request, trustProxy);
  }

  private void write(HttpServletResponse response, int status, String html) throws IOException {
    PublicExchange.write(response, status, html, page.policy());
  }
}
