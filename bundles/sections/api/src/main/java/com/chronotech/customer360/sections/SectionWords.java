package com.chronotech.customer360.sections;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of a tab for people. A key is the dotted path of a field without the positions of
 * lists, such as {@code contacts.first_name}, for its label; the path and a code after an equals
 * sign, such as {@code consents.state=granted}, for what a code means. A field without a word is
 * not shown; a code without one is shown as it is. Implementations are immutable.
 */
@FunctionalInterface
public interface SectionWords {
  /** No words: nothing is shown as a page. */
  SectionWords NONE = (locale, key) -> Optional.empty();

  /** The word for a key in the language nearest to the locale; French where there is none. */
  Optional<String> find(Locale locale, String key);

  /**
   * The words in {@code section.properties} (French, the default language) and {@code
   * section_en.properties} in the package of a class.
   */
  static SectionWords beside(Class<?> type) {
    return (locale, key) -> {
      try {
        return Optional.of(
            ResourceBundle.getBundle(
                    type.getPackageName() + ".section",
                    locale,
                    type.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key));
      } catch (MissingResourceException e) {
        return Optional.empty();
      }
    };
  }
}
