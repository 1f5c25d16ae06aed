package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.core.segment.SetEvaluation.Active;
import com.chronotech.customer360.profile.core.segment.language.RuleLanguage;
import com.chronotech.customer360.profile.core.segment.store.RuleTable;
import com.chronotech.customer360.profile.core.segment.store.RuleTable.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules as they are kept, read in their language. Thread-safe. */
final class ActiveRules {
  private final RuleTable rules;
  private final RuleLanguage language = new RuleLanguage();

  ActiveRules(RuleTable rules) {
    this.rules = rules;
  }

  /** What is wrong with a condition. */
  List<Violation> faults(String expression) {
    return language.read(expression).faults();
  }

  /** The rules to evaluate; one that this version of the language does not read is left out. */
  List<Active> active() {
    List<Active> all = new ArrayList<>();
    for (Version version : rules.newest()) {
      RuleLanguage.Read read = version.active() ? language.read(version.expression()) : null;
      if (read != null && read.rule() != null) {
        all.add(new Active(version.label(), version.version(), read.rule()));
      }
    }
    return all;
  }

  /** The labels of all rules in force, those that are not read included: they keep who is in. */
  Set<String> labels() {
    return rules.newest().stream()
        .filter(Version::active)
        .map(Version::label)
        .collect(Collectors.toSet());
  }

  /** A version as it is told. */
  SegmentRule told(Version version) {
    RuleLanguage.Read read = language.read(version.expression());
    return new SegmentRule(
        version.label(),
        version.version(),
        version.expression(),
        version.description(),
        version.active(),
        read.rule() != null && read.rule().needs().profiling(),
        version.createdAt(),
        version.createdBy());
  }
}
