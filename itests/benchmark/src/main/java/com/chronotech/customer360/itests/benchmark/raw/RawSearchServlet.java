package com.chronotech.customer360.itests.benchmark.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Finds customers as a screen of the host does: by a pattern over the columns. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("benchmark-raw-search")
@HttpWhiteboardServletPattern("/bench/search")
public final class RawSearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PLACES = 5;
  private static final String SEARCH =
      "select c.id, c.name, c.company, c.email, c.phone, c.city from customers c"
          + " where c.name like ? or c.company like ? or c.email like ? or c.phone like ?"
          + " or c.id in (select v.customer_id from vehicles v where v.license_plate like ?)"
          + " order by c.id limit 20";

  private final transient DataSource pool;
  private final transient JsonFactory json = new JsonFactory();

  /** Takes the pool below the service's data source. */
  @Activate
  public RawSearchServlet(
      @Reference(target = "(osgi.jndi.service.name=customer360-pool)") DataSource pool) {
    this.pool = pool;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body;
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(SEARCH)) {
      String pattern = "%" + request.getParameter("q") + "%";
      for (int place = 1; place <= PLACES; place++) {
        statement.setString(place, pattern);
      }
      try (ResultSet rs = statement.executeQuery()) {
        body = page(rs);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] page(ResultSet rs) throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("customers");
      while (rs.next()) {
        out.writeStartObject();
        for (int column = 1; column <= rs.getMetaData().getColumnCount(); column++) {
          out.writeStringField(rs.getMetaData().getColumnLabel(column), rs.getString(column));
        }
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
