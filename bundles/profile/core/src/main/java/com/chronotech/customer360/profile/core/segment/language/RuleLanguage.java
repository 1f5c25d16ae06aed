package com.chronotech.customer360.profile.core.segment.language;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.Parser;

/**
 * Reads conditions: one expression, of a few operators over a few names. Everything else that JEXL
 * can do is switched off in its parser; what the parser lets through is checked node by node
 * against a list of what is allowed; and nothing is reachable by reflection, whatever came through.
 * Thread-safe.
 */
public final class RuleLanguage {
  /** Characters of a condition. */
  public static final int MAX_LENGTH = 2000;

  /** Brackets within brackets. */
  private static final int DEEPEST = 30;

  private static final String FIELD = "expression";

  private final JexlFeatures features =
      new JexlFeatures()
          .annotation(false)
          .arrayReferenceExpr(false)
          .comparatorNames(true)
          .fatArrow(false)
          .importPragma(false)
          .lambda(false)
          .localVar(false)
          .loops(false)
          .methodCall(false)
          .namespaceIdentifier(false)
          .namespacePragma(false)
          .newInstance(false)
          .pragma(false)
          .register(false)
          .script(false)
          .sideEffect(false)
          .sideEffectGlobal(false)
          .structuredLiteral(true)
          .thinArrow(false);

  private final JexlEngine engine =
      new JexlBuilder()
          .features(features)
          .permissions(JexlPermissions.parse("java.lang { }"))
          .arithmetic(new FoldedArithmetic())
          .antish(false)
          .cache(0)
          .safe(false)
          .silent(false)
          .strict(true)
          .create();

  /**
   * A condition that was read.
   *
   * @param rule null when there are faults
   * @param faults every fault, each with its line and column
   */
  public record Read(Rule rule, List<Violation> faults) {}

  /** Reads a condition. */
  public Read read(String source) {
    List<Violation> faults = new ArrayList<>();
    if (source == null || source.isBlank()) {
      faults.add(SegmentProblems.violation(FIELD, "profile.rule_empty"));
    } else if (source.length() > MAX_LENGTH) {
      faults.add(SegmentProblems.violation(FIELD, "profile.rule_too_long", MAX_LENGTH));
    } else if (depth(source) > DEEPEST) {
      faults.add(SegmentProblems.violation(FIELD, "profile.rule_too_deep", DEEPEST));
    }
    if (!faults.isEmpty()) {
      return new Read(null, faults);
    }
    try {
      ASTJexlScript tree =
          new Parser(";").parse(new JexlInfo("rule", 1, 1), features, source, null);
      RuleCheck check = new RuleCheck(faults);
      check.whole(tree);
      return faults.isEmpty()
          ? new Read(new Rule(source, engine.createExpression(source), check.needs()), faults)
          : new Read(null, faults);
    } catch (JexlException.Parsing e) {
      JexlInfo at = e.getInfo();
      faults.add(
          RuleCheck.fault(
              at == null ? 1 : at.getLine(),
              at == null ? 1 : at.getColumn(),
              e instanceof JexlException.Feature ? "rule_not_allowed" : "rule_unreadable",
              shortened(e.getDetail())));
    } catch (JexlException | StackOverflowError e) {
      faults.add(RuleCheck.fault(1, 1, "rule_unreadable", ""));
    }
    return new Read(null, faults);
  }

  private static String shortened(String detail) {
    String text = detail == null ? "" : detail.strip();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static int depth(String source) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }
}
