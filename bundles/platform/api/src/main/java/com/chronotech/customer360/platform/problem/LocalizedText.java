package com.chronotech.customer360.platform.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A sentence that can be said in the caller's language. Implementations are immutable. */
@FunctionalInterface
public interface LocalizedText {

  /** The sentence in the language nearest to {@code locale}; never null. */
  String in(Locale locale);

  /**
   * A sentence of a resource bundle that lies beside a class: {@code messages.properties} (French,
   * the default language) and {@code messages_en.properties} in the class's package.
   *
   * @param beside the class whose package and class loader hold the bundle
   * @param key the key in the bundle; a missing key is a programming error and fails when said
   * @param arguments the arguments of the {@link MessageFormat} pattern
   */
  static LocalizedText of(Class<?> beside, String key, Object... arguments) {
    Object[] copy = arguments.clone();
    return locale -> {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              beside.getPackageName() + ".messages",
              locale,
              beside.getClassLoader(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      return new MessageFormat(bundle.getString(key), locale).format(copy);
    };
  }
}
