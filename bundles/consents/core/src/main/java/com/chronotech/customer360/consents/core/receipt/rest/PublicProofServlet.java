package com.chronotech.customer360.consents.core.receipt.rest;

import com.chronotech.customer360.consents.core.receipt.ReceiptEngine;
import com.chronotech.customer360.platform.rest.ServletProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * The public keys, and the page that checks receipts with them. Without a sign-in: who holds a
 * receipt has no account here, and public keys are for everybody.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("customer360.consents.proof")
@HttpWhiteboardServletPattern({PublicProofServlet.KEYS, PublicProofServlet.PAGE})
public final class PublicProofServlet extends HttpServlet {
  static final String KEYS = "/api/customer360/consents/keys";
  static final String PAGE = "/api/customer360/consents/receipt-check";

  private static final long serialVersionUID = 1L;

  private final transient ReceiptEngine engine;

  /** Creates the servlet. */
  @Activate
  public PublicProofServlet(@Reference ReceiptEngine engine) {
    this.engine = engine;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getServletPath()) {
      case KEYS -> write(response, "application/jwk-set+json", engine.keySet());
      case PAGE -> {
        response.setHeader(
            "Content-Security-Policy", ReceiptCheckPage.policy() + "; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        write(response, "text/html;charset=utf-8", ReceiptCheckPage.html(engine.keySet()));
      }
      default -> ServletProblems.notFound(request, response);
    }
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Keys change when the administrator changes them.
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
