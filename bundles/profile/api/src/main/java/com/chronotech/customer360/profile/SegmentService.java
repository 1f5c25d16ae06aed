package com.chronotech.customer360.profile;

import com.chronotech.customer360.platform.caller.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Segments by rule: conditions that a manager writes, evaluated over sets of customers, with the
 * reason kept for each one that is in. Labels set by hand belong to the profile and stay apart.
 *
 * <p>Published in the service registry; each bundle that looks it up is the caller, with the role
 * {@code service}, where none is bound to the thread.
 *
 * <p><b>Profiling.</b> A rule that reads behaviour (totals and recency of activities) looks only at
 * customers whose consent to {@code profiling} stands (Law 25, s. 8.1); while consents cannot be
 * asked, at nobody: those who are in stay, nobody joins. A customer who withdraws leaves such
 * segments at the next evaluation.
 *
 * <p><b>Errors</b> are {@link com.chronotech.customer360.platform.problem.ProblemException}: {@code
 * REFUSED} with every fault of a rule and its place, {@code NOT_FOUND} for an unknown label or
 * customer, {@code CONFLICT} when a label is taken or another evaluation is under way, {@code
 * FORBIDDEN}, {@code UNAVAILABLE} while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface SegmentService {

  /** To read rules, and who is in a segment. */
  Permission READ = new Permission("profile.read");

  /** To write rules and to evaluate them. */
  Permission MANAGE = new Permission("segments.manage");

  /** The version in force of every rule, by label; deactivated ones only when asked for. */
  List<SegmentRule> rules(boolean deactivatedToo);

  /** Every version of a rule, newest first. */
  List<SegmentRule> versions(String label);

  /**
   * Writes a new rule. Nobody is in the segment before it is evaluated.
   *
   * @param label 1 to 64 characters, case ignored when compared; not that of an active rule
   * @param expression the condition, at most 2,000 characters ({@code docs/segments.md})
   * @param description at most 500 characters; null for none
   */
  SegmentRule create(String label, String expression, String description);

  /** Writes a new version of a rule; the earlier ones are kept. */
  SegmentRule change(String label, String expression, String description);

  /**
   * Deactivates a rule, as a version of its own, and ends every membership in sets of one
   * transaction each; what is left after a failure is ended by the next evaluation.
   */
  SegmentRule deactivate(String label);

  /**
   * Evaluates rules over every customer, in sets of one transaction each: memberships, and the
   * activities that tell of them, land set by set. One evaluation at a time on all nodes.
   *
   * @param label one rule; null for all that are active
   * @param dryRun to count without writing anything
   */
  SegmentEvaluation evaluate(String label, boolean dryRun);

  /**
   * Who is in a segment by rule, by customer id.
   *
   * @param cursor the last answer's; null for the first page
   * @param perPage 1 to 100
   */
  SegmentMembers members(String label, String cursor, int perPage);

  /** The segments a customer is in by rule, by label. */
  List<SegmentMembership> of(long customerId);

  /** As {@link #of(long)} for many, in one statement; those who are in none are absent. */
  Map<Long, List<SegmentMembership>> of(Collection<Long> customerIds);
}
