package com.chronotech.customer360.profile.core.segment.language;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.core.segment.model.FactName;
import com.chronotech.customer360.profile.core.segment.model.FactType;
import com.chronotech.customer360.profile.core.segment.model.Needs;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import com.chronotech.customer360.timeline.ActivityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTNamespaceIdentifier;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * Checks a condition node by node: that each is one of those allowed, each name a known one, and
 * each operator between values it can be asked of. Collects every fault with its place.
 */
final class RuleCheck {
  private static final int MOST_NODES = 400;

  private static final Set<String> LOGIC = Set.of("AndNode", "OrNode", "NotNode");
  private static final Set<String> ORDER = Set.of("LTNode", "LENode", "GTNode", "GENode");
  private static final Set<String> SAME = Set.of("EQNode", "NENode");
  private static final Set<String> WITHIN = Set.of("ERNode", "NRNode");
  private static final Set<String> ENDS = Set.of("SWNode", "NSWNode", "EWNode", "NEWNode");
  private static final Set<String> SUMS = Set.of("AddNode", "SubNode", "MulNode", "UnaryMinusNode");

  /** What the system itself records tells of us and not of the customer. */
  private static final Set<ActivityType> NOT_BEHAVIOUR =
      Set.of(ActivityType.SYSTEM, ActivityType.CONSENT);

  private final List<Violation> faults;
  private Needs needs = Needs.ROW;
  private int nodes;

  RuleCheck(List<Violation> faults) {
    this.faults = faults;
  }

  Needs needs() {
    return needs;
  }

  void whole(JexlNode tree) {
    if (tree.jjtGetNumChildren() != 1) {
      refuse(tree, "rule_not_allowed", "");
      return;
    }
    JexlNode condition = child(tree, 0);
    FactType type = type(condition);
    if (type != FactType.FLAG && type != FactType.REFUSED) {
      refuse(condition, "rule_no_condition", "");
    }
  }

  private FactType type(JexlNode node) {
    if (++nodes > MOST_NODES) {
      return nodes == MOST_NODES + 1 ? refuse(node, "rule_too_many", MOST_NODES) : FactType.REFUSED;
    }
    String kind = node.getClass().getSimpleName().substring("AST".length());
    if (LOGIC.contains(kind)) {
      return all(node, FactType.FLAG, FactType.FLAG);
    }
    if (ORDER.contains(kind)) {
      return numbers(node, true);
    }
    if (SUMS.contains(kind)) {
      return numbers(node, false);
    }
    if (SAME.contains(kind)) {
      return same(node);
    }
    if (WITHIN.contains(kind)) {
      return within(node);
    }
    if (ENDS.contains(kind)) {
      return all(node, FactType.TEXT, FactType.FLAG);
    }
    return switch (kind) {
      case "ReferenceExpression" -> type(child(node, 0));
      case "NumberLiteral" -> FactType.NUMBER;
      case "StringLiteral" -> FactType.TEXT;
      case "TrueNode", "FalseNode" -> FactType.FLAG;
      case "NullLiteral" -> FactType.NULL;
      case "Identifier" -> name((ASTIdentifier) node);
      case "FunctionNode" -> function((ASTFunctionNode) node);
      default -> refuse(node, "rule_not_allowed", kind.replaceFirst("Node$", ""));
    };
  }

  private FactType name(ASTIdentifier node) {
    Optional<FactName> name = FactName.ofCode(node.getName());
    if (name.isEmpty()) {
      return refuse(node, "rule_unknown_name", node.getName());
    }
    if (name.get() == FactName.VEHICLES) {
      needs = needs.and(new Needs(true, false, false));
    }
    return name.get().type();
  }

  private FactType function(ASTFunctionNode node) {
    JexlNode name = child(node, 0);
    String called = name instanceof ASTIdentifier known ? known.getName() : "";
    boolean total = called.equals(Rule.TOTAL);
    if (name instanceof ASTNamespaceIdentifier || (!total && !called.equals(Rule.DAYS_SINCE))) {
      return refuse(name, "rule_unknown_function", called);
    }
    if (!(child(node, 1) instanceof ASTArguments arguments)
        || arguments.jjtGetNumChildren() != 1
        || !(child(arguments, 0) instanceof ASTStringLiteral literal)) {
      return refuse(node, "rule_argument", called);
    }
    Optional<ActivityType> type = ActivityType.ofCode(literal.getLiteral());
    if (type.isEmpty() || NOT_BEHAVIOUR.contains(type.get())) {
      return refuse(literal, "rule_activity_type", literal.getLiteral());
    }
    needs = needs.and(new Needs(false, total, !total));
    return total ? FactType.NUMBER : FactType.NUMBER_OR_NULL;
  }

  /** Both or all of one type. */
  private FactType all(JexlNode node, FactType wanted, FactType result) {
    FactType found = result;
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      FactType type = type(child(node, i));
      if (type != wanted) {
        found =
            type == FactType.REFUSED ? type : refuse(child(node, i), "rule_wanted_" + word(wanted));
      }
    }
    return found;
  }

  private FactType numbers(JexlNode node, boolean compares) {
    FactType found = compares ? FactType.FLAG : FactType.NUMBER;
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      FactType type = type(child(node, i));
      if (type == FactType.NUMBER_OR_NULL && !compares) {
        found = refuse(child(node, i), "rule_may_be_null");
      } else if (type == FactType.REFUSED) {
        found = type;
      } else if (type != FactType.NUMBER && type != FactType.NUMBER_OR_NULL) {
        found = refuse(child(node, i), "rule_wanted_number");
      }
    }
    return found;
  }

  private FactType same(JexlNode node) {
    FactType left = type(child(node, 0));
    FactType right = type(child(node, 1));
    if (left == FactType.REFUSED || right == FactType.REFUSED) {
      return FactType.REFUSED;
    }
    boolean numbers = isNumber(left) && isNumber(right);
    boolean one = left == right && (left == FactType.TEXT || left == FactType.FLAG);
    boolean absent =
        (left == FactType.NULL && mayBeNull(right)) || (right == FactType.NULL && mayBeNull(left));
    return numbers || one || absent ? FactType.FLAG : refuse(node, "rule_not_comparable");
  }

  private FactType within(JexlNode node) {
    JexlNode sought = child(node, 0);
    JexlNode container = child(node, 1);
    FactType left = type(sought);
    boolean texts = left == FactType.TEXT || left == FactType.REFUSED;
    if (!texts) {
      refuse(sought, "rule_wanted_text");
    }
    if (container instanceof ASTArrayLiteral list) {
      nodes += list.jjtGetNumChildren();
      if (nodes > MOST_NODES) {
        return refuse(list, "rule_too_many", MOST_NODES);
      }
      for (int i = 0; i < list.jjtGetNumChildren(); i++) {
        if (!(child(list, i) instanceof ASTStringLiteral)) {
          return refuse(child(list, i), "rule_wanted_text");
        }
      }
    } else if (!(container instanceof ASTIdentifier name)
        || FactName.ofCode(name.getName()).filter(FactName.LABELS::equals).isEmpty()) {
      return refuse(container, "rule_wanted_list");
    }
    return texts && left != FactType.REFUSED ? FactType.FLAG : FactType.REFUSED;
  }

  private static boolean isNumber(FactType type) {
    return type == FactType.NUMBER || type == FactType.NUMBER_OR_NULL;
  }

  private static boolean mayBeNull(FactType type) {
    return type == FactType.TEXT || type == FactType.NUMBER_OR_NULL;
  }

  private static String word(FactType wanted) {
    return wanted == FactType.FLAG ? "condition" : "text";
  }

  private static JexlNode child(JexlNode node, int place) {
    return node.jjtGetChild(place);
  }

  private FactType refuse(JexlNode node, String code, Object... arguments) {
    faults.add(fault(node.getLine(), node.getColumn(), code, arguments));
    return FactType.REFUSED;
  }

  /** A fault at a place; the place is said first. */
  static Violation fault(int line, int column, String code, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = line;
    all[1] = column;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return SegmentProblems.violation("expression", "profile." + code, all);
  }
}
