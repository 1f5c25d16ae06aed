package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceReport.Kind;
import com.chronotech.customer360.communications.core.bounce.BounceEngine;
import com.chronotech.customer360.communications.core.bounce.MailboxConfiguration;
import com.chronotech.customer360.communications.core.bounce.WebhookSignature;
import com.chronotech.customer360.communications.core.mail.Secrets;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.ServletProblems;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The webhook by which a mail service tells of bounces. Who calls is proven by the signature of the
 * body alone: without a secret configured, or with another signature, the answer is 401.
 */
@Component(service = Servlet.class, configurationPid = "com.chronotech.customer360.communications")
@HttpWhiteboardServletName("customer360.bounces")
@HttpWhiteboardServletPattern("/api/customer360/bounces")
public final class BounceServlet extends HttpServlet {
  /** The header that holds the signature. */
  public static final String SIGNATURE = "X-Customer360-Signature";

  private static final long serialVersionUID = 1L;
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MOST = 500;

  private final transient BounceEngine engine;
  private final transient Clock clock;
  private final transient WebhookSignature signature;

  /** Creates the servlet. */
  @Activate
  public BounceServlet(
      @Reference BounceEngine engine, @Reference Clock clock, MailboxConfiguration configuration) {
    this.engine = engine;
    this.clock = clock;
    this.signature =
        new WebhookSignature(
            Secrets.read(
                configuration.bounce_secret(),
                configuration.bounce_secret_file(),
                configuration.bounce_secret_env()));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (!signature.matches(request.getHeader(SIGNATURE), body, clock.instant())) {
      ServletProblems.unauthenticated(request, response);
      return;
    }
    try {
      write(response, taken(read(JsonBody.read(body, MAX_BYTES))));
    } catch (RuntimeException e) {
      ServletProblems.answer(e, request, response);
    }
  }

  private List<String> taken(List<BounceReport> reports) {
    List<String> effects = new ArrayList<>();
    for (BounceReport report : reports) {
      effects.add(engine.take(report, true).name().toLowerCase(Locale.ROOT));
    }
    return effects;
  }

  private static List<BounceReport> read(JsonBody body) {
    List<JsonBody> sent = body.nestedList("bounces");
    if (sent == null || sent.isEmpty() || sent.size() > MOST) {
      body.violation(
          "bounces",
          "communications.bounces_many",
          CommunicationProblems.text("communications.bounces_many", Integer.toString(MOST)));
      sent = List.of();
    }
    List<BounceReport> reports = new ArrayList<>();
    for (JsonBody each : sent) {
      Kind kind =
          MessageBody.code(
              each, "kind", each.requiredText("kind"), Kind::ofCode, "communications.bounce_kind");
      String messageId = each.text("message_id");
      String recipient = each.text("recipient");
      if (messageId == null && recipient == null) {
        each.violation(
            "message_id",
            "communications.bounce_nothing",
            CommunicationProblems.text("communications.bounce_nothing"));
      }
      reports.add(
          new BounceReport(
              messageId,
              recipient,
              kind == null ? Kind.SOFT : kind,
              each.text("status"),
              each.text("diagnostic"),
              each.instant("occurred_at")));
    }
    body.check();
    return reports;
  }

  private static void write(HttpServletResponse response, List<String> effects) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("effects", effects);
    byte[] json = Json.write(answer);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
