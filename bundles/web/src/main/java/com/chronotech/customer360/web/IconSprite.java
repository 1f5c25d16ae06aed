package com.chronotech.customer360.web;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons of bootstrap-icons as symbols of one file. */
final class IconSprite {
  /** Where the single icons are. */
  static final String FOLDER = "vendor/bootstrap-icons/icons/";

  private static final Pattern SVG = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

  private IconSprite() {}

  /** The name of an icon at a path. */
  static String name(String path) {
    return path.substring(FOLDER.length(), path.length() - ".svg".length());
  }

  /** The sprite of icons by name. */
  static String of(SortedMap<String, String> icons) {
    StringBuilder sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    icons.forEach(
        (name, svg) -> {
          Matcher drawing = SVG.matcher(svg);
          if (!drawing.find()) {
            throw new IllegalStateException("no drawing in the icon " + name);
          }
          sprite
              .append("<symbol id=\"")
              .append(name)
              .append("\" viewBox=\"0 0 16 16\">")
              .append(drawing.group(1).strip())
              .append("</symbol>\n");
        });
    return sprite.append("</svg>\n").toString();
  }
}
