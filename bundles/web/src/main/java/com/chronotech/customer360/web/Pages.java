package com.chronotech.customer360.web;

import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The pages: one document for all of them, in which the script of the address draws what the REST
 * API answers. The document says nothing about anyone and is the same for everybody. Immutable.
 */
@Component(service = Pages.class, configurationPid = "com.chronotech.customer360.web")
@Designate(ocd = WebConfiguration.class)
public final class Pages {
  /** Addresses and the script that draws each; app.js knows the same ones. */
  private static final Map<Pattern, String> ADDRESSES = new LinkedHashMap<>();

  static {
    ADDRESSES.put(Pattern.compile("/customers/?"), "customers");
    ADDRESSES.put(Pattern.compile("/customers/[0-9]{1,18}(/360)?"), "customer");
    ADDRESSES.put(Pattern.compile("/customers/[0-9]{1,18}/timeline"), "timeline");
    ADDRESSES.put(Pattern.compile("/customers/[0-9]{1,18}/consents"), "consents");
    ADDRESSES.put(Pattern.compile("/customer360/dashboard"), "dashboard");
    ADDRESSES.put(Pattern.compile("/customer360/administration"), "administration");
    ADDRESSES.put(Pattern.compile("/customer360/sign-in"), "sign-in");
  }

  private final Assets assets;
  private final String settings;
  private final String policy;

  /** Creates the pages from the files of this bundle. */
  @Activate
  public Pages(BundleContext context, WebConfiguration configuration) {
    this(new Assets(files(context)), Settings.of(configuration));
  }

  Pages(Assets assets, Settings settings) {
    this.assets = assets;
    this.settings = settings.json();
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + settings.tilesOrigin()
            + "; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
  }

  Assets assets() {
    return assets;
  }

  /** The content security policy of every page. */
  String policy() {
    return policy;
  }

  /** The script that draws an address; null where no page is. */
  static String page(String path) {
    return ADDRESSES.entrySet().stream()
        .filter(address -> address.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /**
   * The document of a page.
   *
   * @param page from {@link #page}
   * @param language {@code fr} or {@code en}
   */
  String document(String page, String language) {
    String root = AssetServlet.PATH + assets.fingerprint() + "/";
    StringBuilder html =
        new StringBuilder(4000)
            .append("<!doctype html>\n<html lang=\"" + language + "-CA\">\n<head>\n")
            .append("<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .append("<meta name=\"theme-color\" content=\"#ffffff\">\n")
            .append("<meta name=\"robots\" content=\"noindex\">\n")
            .append("<meta name=\"customer360-config\" content=\"" + settings + "\">\n")
            .append("<title>Client 360</title>\n")
            .append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"" + root + "mark.svg\">\n")
            .append("<link rel=\"stylesheet\" href=\"" + root + StyleSheet.PATH + "\">\n");
    Modules.needed(assets, entries(page, language))
        .forEach(
            module -> html.append("<link rel=\"modulepreload\" href=\"" + root + module + "\">\n"));
    return html.append("<script type=\"module\" src=\"" + root + "app.js\"></script>\n")
        .append("</head>\n<body><noscript>")
        .append("Client 360 a besoin de JavaScript. Customer 360 needs JavaScript.")
        .append("</noscript></body>\n</html>\n")
        .toString();
  }

  private List<String> entries(String page, String language) {
    return List.of(
            "app.js",
            "pages/" + page + ".js",
            "i18n/" + language + "/common.js",
            "i18n/" + language + "/" + page + ".js")
        .stream()
        .filter(path -> assets.find(path).isPresent())
        .toList();
  }

  private static Map<String, URL> files(BundleContext context) {
    Map<String, URL> files = new HashMap<>();
    for (URL url : Collections.list(context.getBundle().findEntries(Assets.ROOT, "*", true))) {
      String path = url.getPath();
      if (!path.endsWith("/")) {
        files.put(path.substring(path.indexOf(Assets.ROOT) + Assets.ROOT.length()), url);
      }
    }
    return files;
  }
}
