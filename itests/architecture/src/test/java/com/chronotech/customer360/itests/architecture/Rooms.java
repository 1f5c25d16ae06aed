package com.chronotech.customer360.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/** The names of the rooms. */
final class Rooms {
  /** The package of everything. */
  static final String ROOT = "com.chronotech.customer360";

  /** The domains of the brief, each with a model, a store and a rest room. */
  static final String[] DOMAINS = {
    ROOT + ".timeline..",
    ROOT + ".profile..",
    ROOT + ".consents..",
    ROOT + ".analytics..",
    ROOT + ".finances..",
    ROOT + ".sections..",
    ROOT + ".communications.."
  };

  /** Where {@code javax} of the enterprise kind may be spoken. */
  static final String[] AT_THE_EDGE = {
    "..rest..", "..store..", ROOT + ".platform.core..", ROOT + ".web.."
  };

  private Rooms() {}

  /** The domain of a class: the first name after the root. */
  static String domain(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    int end = rest.indexOf('.', 1);
    return end < 0 ? rest : rest.substring(0, end);
  }
}
