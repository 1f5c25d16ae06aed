package com.chronotech.customer360.profile.core.segment.language;

import com.chronotech.customer360.profile.core.search.model.Folding;
import java.util.Collection;
import org.apache.commons.jexl3.JexlArithmetic;

/**
 * Compares texts as people do, accents and case ignored; null with nothing but null. Never reads a
 * text as a pattern, whose matching could take for ever.
 */
final class FoldedArithmetic extends JexlArithmetic {

  FoldedArithmetic() {
    // what is not known is no
    super(false);
  }

  @Override
  public boolean equals(Object left, Object right) {
    if (left instanceof String one && right instanceof String other) {
      return same(one, other);
    }
    return super.equals(left, right);
  }

  /** Whether a container holds a value: what {@code value =~ container} asks. */
  @Override
  public Boolean contains(Object container, Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    if (container instanceof Collection<?> all) {
      return all.stream().anyMatch(each -> each instanceof String one && same(one, text));
    }
    if (container instanceof String[] all) {
      for (String one : all) {
        if (same(one, text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Boolean startsWith(Object left, Object right) {
    return left instanceof String text
        && right instanceof String beginning
        && Folding.fold(text).startsWith(Folding.fold(beginning));
  }

  @Override
  public Boolean endsWith(Object left, Object right) {
    return left instanceof String text
        && right instanceof String end
        && Folding.fold(text).endsWith(Folding.fold(end));
  }

  private static boolean same(String one, String other) {
    return one.equals(other) || Folding.fold(one).equals(Folding.fold(other));
  }
}
