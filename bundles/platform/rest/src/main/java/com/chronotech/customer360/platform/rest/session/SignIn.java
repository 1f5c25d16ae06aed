package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody typed to sign in.
 *
 * @param name without colons and control characters
 * @param language the language chosen; null for none
 */
record SignIn(String name, String password, Locale language) {
  private static final int MAX_BYTES = 4096;
  private static final Set<String> SPOKEN = Set.of("fr", "en");

  /**
   * Reads a body.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException with every fault
   */
  static SignIn read(InputStream body) {
    JsonBody json = JsonBody.read(body, MAX_BYTES);
    String name = json.requiredText("name");
    String password = json.requiredText("password");
    Locale language = language(json);
    if (name != null && !isName(name)) {
      json.violation("name", "session.name", text("session.name", Sessions.MAX_NAME));
    }
    json.check();
    return new SignIn(name, password, language);
  }

  /** Reads the body that changes a session's language, and nothing else of it. */
  static Locale readLanguage(InputStream body) {
    JsonBody json = JsonBody.read(body, MAX_BYTES);
    Locale language = json.requiredText("language") == null ? null : language(json);
    json.check();
    return language;
  }

  private static Locale language(JsonBody json) {
    String tag = json.text("language");
    if (tag == null) {
      return null;
    }
    Locale language = Locale.forLanguageTag(tag);
    if (!SPOKEN.contains(language.getLanguage())) {
      json.violation("language", "session.language", text("session.language"));
      return null;
    }
    return language.getCountry().isEmpty() ? new Locale(language.getLanguage(), "CA") : language;
  }

  /** HTTP Basic ends the name at the first colon, and would check another than was typed. */
  private static boolean isName(String name) {
    return name.codePointCount(0, name.length()) <= Sessions.MAX_NAME
        && name.chars().noneMatch(c -> c == ':' || Character.isISOControl(c));
  }

  /** As HTTP Basic sends it. */
  String authorization() {
    byte[] pair = (name + ':' + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Leaves the password out, lest it stand in a log. */
  @Override
  public String toString() {
    return "SignIn[name=" + name + "]";
  }

  static LocalizedText text(String key, Object... arguments) {
    return LocalizedText.of(SignIn.class, key, arguments);
  }
}
