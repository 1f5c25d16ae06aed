package com.chronotech.customer360.platform.rest.operations;

import com.chronotech.customer360.platform.caller.Permission;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
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

/** {@code /metrics} for Prometheus. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("customer360.metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Permission READ = new Permission("metrics.read");

  private final transient OperationsAccess access;
  private final transient Metrics metrics;

  /** Creates the servlet. */
  @Activate
  public MetricsServlet(@Reference OperationsAccess access, @Reference Metrics metrics) {
    this.access = access;
    this.metrics = metrics;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!access.admits(request, response, READ)) {
      return;
    }
    String type = TextFormat.chooseContentType(request.getHeader("Accept"));
    StringWriter text = new StringWriter();
    TextFormat.writeFormat(type, text, metrics.registry().metricFamilySamples());
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
