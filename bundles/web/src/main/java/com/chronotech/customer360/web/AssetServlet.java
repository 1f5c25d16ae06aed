package com.chronotech.customer360.web;

import java.io.IOException;
import java.util.Optional;
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
 * Serves the files of the pages, to anybody: they hold nothing about anyone. An address with the
 * fingerprint in force may be kept for ever; any other is 404, since its page is of another version
 * and must be loaded anew.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("customer360.assets")
@HttpWhiteboardServletPattern(AssetServlet.PATH + "*")
public final class AssetServlet extends HttpServlet {
  /** Where the fingerprints begin. */
  static final String PATH = "/customer360/assets/";

  private static final long serialVersionUID = 1L;

  private final transient Assets assets;

  /** Creates the servlet. */
  @Activate
  public AssetServlet(@Reference Pages pages) {
    this.assets = pages.assets();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    Optional<Asset> found = asset(request.getPathInfo());
    if (found.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Asset asset = found.get();
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setContentType(asset.type());
    byte[] body = asset.plain();
    if (asset.compressed()) {
      response.setHeader("Vary", "Accept-Encoding");
      if (takesGzip(request.getHeader("Accept-Encoding"))) {
        response.setHeader("Content-Encoding", "gzip");
        body = asset.gzip();
      }
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private Optional<Asset> asset(String pathInfo) {
    String prefix = "/" + assets.fingerprint() + "/";
    return pathInfo == null || !pathInfo.startsWith(prefix)
        ? Optional.empty()
        : assets.find(pathInfo.substring(prefix.length()));
  }

  private static boolean takesGzip(String acceptEncoding) {
    return acceptEncoding != null
        && acceptEncoding.contains("gzip")
        && !acceptEncoding.contains("gzip;q=0");
  }
}
