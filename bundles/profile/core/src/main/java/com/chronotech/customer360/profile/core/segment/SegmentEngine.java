package com.chronotech.customer360.profile.core.segment;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentMembers;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.SegmentService;
import com.chronotech.customer360.profile.core.search.Labels;
import com.chronotech.customer360.profile.core.search.store.MarkTable;
import com.chronotech.customer360.profile.core.segment.SetEvaluation.Active;
import com.chronotech.customer360.profile.core.segment.model.LabelRules;
import com.chronotech.customer360.profile.core.segment.model.SegmentProblems;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import com.chronotech.customer360.profile.core.segment.store.RuleTable;
import com.chronotech.customer360.profile.core.segment.store.RuleTable.Version;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Segments, shared by every bundle's facade and by the REST edge: asks whether the caller may, then
 * does it. Thread-safe.
 */
@Component(service = SegmentEngine.class)
public final class SegmentEngine {
  /** Customers of one transaction. */
  private static final int SET = 5000;

  private static final Caller SELF = Caller.service("com.chronotech.customer360.profile-core");

  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final HostCustomers customers;
  private final RuleTable rules;
  private final ActiveRules book;
  private final MemberTable members;
  private final Evaluator evaluator;

  /**
   * Creates the engine.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public SegmentEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference HostCustomers customers,
      @Reference HostRecords records,
      @Reference TimelineService timeline,
      @Reference TimelineTexts texts,
      @Reference Consents consents) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.customers = customers;
    this.rules = new RuleTable(dataSource);
    this.book = new ActiveRules(rules);
    this.members = new MemberTable(dataSource);
    this.evaluator =
        new Evaluator(
            new Evaluator.Tools(
                customers,
                transactions,
                new MarkTable(dataSource),
                members,
                timeline,
                texts,
                clock),
            new FactReader(records, timeline),
            consents,
            SET);
  }

  /** See {@link SegmentService#rules}. */
  public List<SegmentRule> rules(Caller caller, boolean deactivatedToo) {
    callers.require(caller, SegmentService.READ);
    return rules.newest().stream()
        .filter(version -> deactivatedToo || version.active())
        .map(book::told)
        .toList();
  }

  /** See {@link SegmentService#versions}. */
  public List<SegmentRule> versions(Caller caller, String label) {
    callers.require(caller, SegmentService.READ);
    List<SegmentRule> all =
        rules.versions(LabelRules.kept(label)).stream().map(book::told).toList();
    if (all.isEmpty()) {
      throw SegmentProblems.unknown(label);
    }
    return all;
  }

  /** See {@link SegmentService#create} and {@link SegmentService#change}. */
  public SegmentRule write(
      Caller caller, String label, String expression, String description, boolean isNew) {
    callers.require(caller, SegmentService.MANAGE);
    String kept = LabelRules.kept(label);
    List<Violation> faults = new ArrayList<>();
    LabelRules.label(kept, faults);
    LabelRules.description(description, faults);
    faults.addAll(book.faults(expression));
    if (!faults.isEmpty()) {
      throw SegmentProblems.invalid(faults);
    }
    return transactions.required(
        () -> {
          Optional<Version> stands = rules.locked(kept);
          if (isNew && stands.filter(Version::active).isPresent()) {
            throw SegmentProblems.taken(kept);
          }
          if (!isNew && stands.isEmpty()) {
            throw SegmentProblems.unknown(kept);
          }
          return book.told(
              insert(
                  caller,
                  stands.map(Version::label).orElse(kept),
                  stands.map(Version::version).orElse(0) + 1,
                  expression,
                  description,
                  true));
        });
  }

  /** See {@link SegmentService#deactivate}. */
  public SegmentRule deactivate(Caller caller, String label) {
    callers.require(caller, SegmentService.MANAGE);
    SegmentRule rule =
        transactions.required(
            () -> {
              Version stands =
                  rules
                      .locked(LabelRules.kept(label))
                      .filter(Version::active)
                      .orElseThrow(() -> SegmentProblems.unknown(label));
              return book.told(
                  insert(
                      caller,
                      stands.label(),
                      stands.version() + 1,
                      stands.expression(),
                      stands.description(),
                      false));
            });
    transactions.afterCommit(() -> alone(() -> evaluator.end(rule.label())));
    return rule;
  }

  private Version insert(
      Caller caller,
      String label,
      int version,
      String expression,
      String description,
      boolean active) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Version written =
        new Version(label, version, expression, description, active, now, caller.name());
    rules.insert(written);
    return written;
  }

  /** See {@link SegmentService#evaluate}. */
  public SegmentEvaluation evaluate(Caller caller, String label, boolean dryRun) {
    callers.require(caller, SegmentService.MANAGE);
    List<Active> all = book.active();
    List<Active> wanted = all;
    if (label != null) {
      String kept = LabelRules.kept(label);
      wanted = all.stream().filter(one -> one.label().equalsIgnoreCase(kept)).toList();
      if (wanted.isEmpty()) {
        throw SegmentProblems.unknown(label);
      }
    }
    Set<String> known = book.labels();
    List<Active> chosen = wanted;
    return alone(() -> dryRun ? evaluator.dryRun(chosen) : evaluator.run(chosen, known));
  }

  /**
   * Evaluates on the program's own account: who may evaluate need not be allowed to read every
   * timeline and consent, and sees none of either.
   */
  @SuppressWarnings("try") // the scope is there to be closed
  private <T> T alone(Supplier<T> work) {
    try (Callers.Scope scope = callers.enter(SELF)) {
      return work.get();
    }
  }

  /** Evaluates every active rule on the program's own account; where there is one. */
  void evaluateAlone() {
    List<Active> all = book.active();
    if (!all.isEmpty()) {
      Set<String> known = book.labels();
      SegmentEvaluation unused = alone(() -> evaluator.run(all, known));
    }
  }

  /** Brings a few customers' memberships in step at once. */
  void evaluateFew(List<Long> customerIds) {
    List<Active> all = book.active();
    if (!all.isEmpty()) {
      int unused = alone(() -> evaluator.few(all, customerIds));
    }
  }

  /** When the last whole evaluation ended; null when there was none. */
  Instant lastRun() {
    return evaluator.lastRun();
  }

  /** See {@link SegmentService#members}; the cursor is the last customer's number. */
  public SegmentMembers members(Caller caller, String label, long afterId, int perPage) {
    callers.require(caller, SegmentService.READ);
    String kept = versions(caller, label).get(0).label();
    List<SegmentMembership> page = members.page(kept, afterId, perPage + 1);
    boolean more = page.size() > perPage;
    List<SegmentMembership> shown = more ? page.subList(0, perPage) : page;
    return new SegmentMembers(
        shown, more ? Long.toString(shown.get(perPage - 1).customerId()) : null);
  }

  /**
   * The segments of a customer.
   *
   * @param byHand the labels set by hand
   * @param byRule those by rule, with why
   * @param privacyLevel the customer's
   */
  public record OfCustomer(
      List<String> byHand, List<SegmentMembership> byRule, String privacyLevel) {}

  /** See {@link SegmentService#of(long)}. */
  public OfCustomer ofCustomer(Caller caller, long customerId) {
    callers.require(caller, SegmentService.READ);
    CustomerRow row =
        customers.row(customerId).orElseThrow(() -> SegmentProblems.unknownCustomer(customerId));
    return new OfCustomer(
        Labels.of(row.text(CustomerColumn.SEGMENTS)),
        members.of(List.of(customerId)),
        row.privacyLevel());
  }

  /** See {@link SegmentService#of(Collection)}. */
  public Map<Long, List<SegmentMembership>> of(Caller caller, Collection<Long> customerIds) {
    callers.require(caller, SegmentService.READ);
    return members.of(customerIds).stream()
        .collect(Collectors.groupingBy(SegmentMembership::customerId));
  }
}
