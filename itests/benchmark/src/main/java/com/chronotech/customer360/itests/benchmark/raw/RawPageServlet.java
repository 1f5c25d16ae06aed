package com.chronotech.customer360.itests.benchmark.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The page of a timeline as one would write it by hand for speed: the statements that the service
 * sends, straight on the pool, and a JSON generator. It checks nobody's credentials, no parameter
 * and no permission. Cursor: {@code before_time} and {@code before_id}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("benchmark-raw-page")
@HttpWhiteboardServletPattern("/bench/page")
public final class RawPageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PER_PAGE = 20;

  private final transient DataSource pool;
  private final transient JsonFactory json = new JsonFactory();

  /** Takes the pool below the service's data source. */
  @Activate
  public RawPageServlet(
      @Reference(target = "(osgi.jndi.service.name=customer360-pool)") DataSource pool) {
    this.pool = pool;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body;
    try (Connection connection = pool.getConnection()) {
      body = page(new RawQueries(connection), request);
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] page(RawQueries queries, HttpServletRequest request)
      throws SQLException, IOException {
    long customer = Long.parseLong(request.getParameter("customer"));
    queries.customer(customer);
    List<RawActivity> rows =
        queries.page(
            customer,
            request.getParameter("type"),
            request.getParameter("before_time"),
            request.getParameter("before_id"));
    boolean more = rows.size() > PER_PAGE;
    List<RawActivity> shown = more ? rows.subList(0, PER_PAGE) : rows;
    long total = queries.total(customer, request.getParameter("type"));
    Map<String, RawReference> references = queries.references(shown);
    Map<Long, String> users = queries.users(shown);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeBooleanField("success", true);
      out.writeArrayFieldStart("activities");
      for (RawActivity row : shown) {
        row.write(out, users.get(row.actorId()), references.get(row.referenceKey()));
      }
      out.writeEndArray();
      out.writeObjectFieldStart("pagination");
      out.writeNumberField("page", 1);
      out.writeNumberField("per_page", PER_PAGE);
      out.writeNumberField("total", total);
      out.writeNumberField("pages", (total + PER_PAGE - 1) / PER_PAGE);
      RawActivity last = more ? shown.get(shown.size() - 1) : null;
      out.writeStringField("next_cursor", last == null ? null : last.cursor());
      out.writeNullField("prev_cursor");
      out.writeEndObject();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
