package com.chronotech.customer360.profile.core.segment.language;

import com.chronotech.customer360.profile.core.segment.model.FactName;
import com.chronotech.customer360.profile.core.segment.model.Facts;
import com.chronotech.customer360.profile.core.segment.model.Needs;
import com.chronotech.customer360.timeline.ActivityType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.introspection.JexlMethod;

/** A condition that was found sound. Immutable and thread-safe. */
public final class Rule {
  /** How many activities of a type. */
  static final String TOTAL = "total";

  /** Days since the latest activity of a type. */
  static final String DAYS_SINCE = "days_since";

  private final String source;
  private final JexlExpression expression;
  private final Needs needs;

  Rule(String source, JexlExpression expression, Needs needs) {
    this.source = source;
    this.expression = expression;
    this.needs = needs;
  }

  /** The condition as it was written. */
  public String source() {
    return source;
  }

  /** What must be read for it. */
  public Needs needs() {
    return needs;
  }

  /**
   * Whether a customer meets it.
   *
   * @param met whether
   * @param read what was read to tell, in that order
   */
  public record Answer(boolean met, Map<String, Object> read) {}

  /** Asks of one customer. */
  public Answer ask(Facts facts) {
    Reading reading = new Reading(facts);
    boolean met = Boolean.TRUE.equals(expression.evaluate(reading));
    return new Answer(met, reading.read);
  }

  /** Hands facts to the expression, and notes which. */
  private static final class Reading implements JexlContext {
    private final Facts facts;
    private final Map<String, Object> read = new LinkedHashMap<>();

    Reading(Facts facts) {
      this.facts = facts;
    }

    @Override
    public Object get(String name) {
      if (name.equals(TOTAL)) {
        return new Asked(TOTAL, this);
      }
      if (name.equals(DAYS_SINCE)) {
        return new Asked(DAYS_SINCE, this);
      }
      Object value = FactName.ofCode(name).map(facts::value).orElse(null);
      read.put(name, value);
      return value;
    }

    @Override
    public boolean has(String name) {
      return true;
    }

    @Override
    public void set(String name, Object value) {
      throw new UnsupportedOperationException("a rule changes nothing");
    }

    Object activity(String function, String code) {
      ActivityType type = ActivityType.ofCode(code).orElseThrow();
      Object value = function.equals(TOTAL) ? (Object) facts.total(type) : facts.daysSince(type);
      read.put(function + "('" + code + "')", value);
      return value;
    }
  }

  /** A function, called without any reflection. */
  private record Asked(String name, Reading reading) implements JexlMethod {
    @Override
    public Object invoke(Object target, Object... arguments) {
      return reading.activity(name, (String) arguments[0]);
    }

    @Override
    public Class<?> getReturnType() {
      return Long.class;
    }

    @Override
    public boolean isCacheable() {
      return false;
    }

    @Override
    public boolean tryFailed(Object value) {
      return value == JexlEngine.TRY_FAILED;
    }

    @Override
    public Object tryInvoke(String method, Object target, Object... arguments) {
      return JexlEngine.TRY_FAILED;
    }
  }
}
