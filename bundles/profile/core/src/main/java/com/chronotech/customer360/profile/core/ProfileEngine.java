package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileHistory;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.ProfileService.Changed;
import com.chronotech.customer360.profile.core.model.Differences;
import com.chronotech.customer360.profile.core.model.HistoryCursor;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.model.ProfileRules;
import com.chronotech.customer360.profile.core.model.Revert;
import com.chronotech.customer360.profile.core.store.ProfileStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Profiles, shared by every bundle's {@link ProfileFacade} and by the REST edge: asks whether the
 * caller may, then does it. Thread-safe.
 */
@Component(service = ProfileEngine.class)
public final class ProfileEngine {
  private static final int MOST = 100;

  private final Transactions transactions;
  private final Callers callers;
  private final HostCustomers host;
  private final ProfileStore store;
  private final ProfileReads reads;
  private final ProfileWrites writes;

  /** Creates the engine. */
  @Activate
  public ProfileEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostCustomers host,
      @Reference ProfileStore store,
      @Reference ProfileReads reads,
      @Reference ProfileWrites writes) {
    this.transactions = transactions;
    this.callers = callers;
    this.host = host;
    this.store = store;
    this.reads = reads;
    this.writes = writes;
  }

  /** See {@link ProfileService#profile}. */
  public Profile profile(Caller caller, long customerId, Instant asOf) {
    callers.require(caller, ProfileService.READ);
    CustomerRow row = row(customerId);
    return asOf == null ? reads.now(row) : reads.at(row, asOf);
  }

  /** The customer's row, for one who may read profiles. */
  public CustomerRow customer(Caller caller, long customerId) {
    callers.require(caller, ProfileService.READ);
    return row(customerId);
  }

  /**
   * See {@link ProfileService#change}.
   *
   * @param precondition refuses the tag that now stands, or does not
   */
  public Changed change(Caller caller, ProfileChange change, Consumer<String> precondition) {
    callers.require(caller, ProfileService.WRITE);
    return transactions.required(
        () -> {
          ProfileWrites.Standing standing = writes.lock(change.customerId());
          List<Violation> faults = new ArrayList<>();
          var values = ProfileRules.check(change, faults);
          // A field at fault is of no form that the host could be asked about.
          values.keySet().removeIf(field -> ProfileRules.isAtFault(field, faults));
          List<FieldChange> wanted = Differences.wanted(standing.values(), values);
          faults.addAll(writes.refusals(wanted));
          if (!faults.isEmpty()) {
            throw ProfileProblems.invalid(faults);
          }
          precondition.accept(standing.tag());
          return writes.write(
              standing, wanted, new ProfileWrites.Why(caller, change.reason(), null));
        });
  }

  /** See {@link ProfileService#changes}. */
  public ProfileHistory changes(Caller caller, long customerId, String cursor, int perPage) {
    callers.require(caller, ProfileService.READ);
    if (perPage < 1 || perPage > MOST) {
      throw ProfileProblems.badRequest("per_page", "profile.per_page", Integer.toString(MOST));
    }
    Instant before = cursor == null ? null : HistoryCursor.decode(customerId, cursor);
    row(customerId);
    List<ChangeSet> found = store.page(customerId, before, perPage + 1);
    if (found.size() <= perPage) {
      return new ProfileHistory(found, null);
    }
    List<ChangeSet> page = found.subList(0, perPage);
    return new ProfileHistory(page, HistoryCursor.encode(customerId, page.get(perPage - 1).at()));
  }

  /** See {@link ProfileService#revert}; the precondition is that of {@link #change}. */
  public Changed revert(
      Caller caller,
      long customerId,
      String changeSet,
      String reason,
      Consumer<String> precondition) {
    callers.require(caller, ProfileService.WRITE);
    return transactions.required(
        () -> {
          ProfileWrites.Standing standing = writes.lock(customerId);
          List<Violation> faults = new ArrayList<>();
          ProfileRules.reason(reason, faults);
          if (!faults.isEmpty()) {
            throw ProfileProblems.invalid(faults);
          }
          ChangeSet set =
              store.find(customerId, changeSet).orElseThrow(ProfileProblems::unknownChange);
          precondition.accept(standing.tag());
          List<FieldChange> wanted =
              Revert.of(set, store.lockedState(customerId), standing.values());
          faults.addAll(writes.refusals(wanted));
          if (!faults.isEmpty()) {
            throw ProfileProblems.invalid(faults);
          }
          return writes.write(standing, wanted, new ProfileWrites.Why(caller, reason, set.id()));
        });
  }

  private CustomerRow row(long customerId) {
    return host.row(customerId).orElseThrow(() -> ProfileProblems.unknownCustomer(customerId));
  }
}
