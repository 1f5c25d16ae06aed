package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.Records.Listing;
import com.chronotech.customer360.profile.Records.Saved;
import com.chronotech.customer360.profile.core.Refused;
import com.chronotech.customer360.profile.core.model.LanguageTags;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.records.RecordWords.Event;
import com.chronotech.customer360.profile.core.records.model.Circumstances;
import com.chronotech.customer360.profile.core.records.model.Countries;
import com.chronotech.customer360.profile.core.records.model.Draft;
import com.chronotech.customer360.profile.core.records.model.RecordRules;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Records of one kind: asks whether the caller may, then does it. Thread-safe.
 *
 * @param <R> the kind
 */
public final class RecordEngine<R extends CustomerRecord> {
  private final RecordRules<R> rules;
  private final RecordServices with;

  RecordEngine(RecordRules<R> rules, RecordServices with) {
    this.rules = rules;
    this.with = with;
  }

  /**
   * An answer about a customer's records.
   *
   * @param customer whose they are
   * @param value the answer
   */
  public record About<T>(CustomerRow customer, T value) {}

  /** The kind. */
  public RecordKind kind() {
    return rules.kind();
  }

  /** What records of the kind may say. */
  public RecordRules<R> rules() {
    return rules;
  }

  /** See {@link com.chronotech.customer360.profile.Records#list}. */
  public About<Listing<R>> list(Caller caller, long customerId) {
    with.callers().require(caller, ProfileService.READ);
    CustomerRow customer = customer(with.customers().row(customerId), customerId);
    String region = region(customer);
    return new About<>(
        customer,
        new Listing<>(
            with.records().available(kind()),
            with.records().list(customerId, kind()).stream()
                .map(row -> rules.read(row, region))
                .toList()));
  }

  /** See {@link com.chronotech.customer360.profile.Records#find}. */
  public About<Optional<R>> find(Caller caller, long customerId, long id) {
    with.callers().require(caller, ProfileService.READ);
    CustomerRow customer = customer(with.customers().row(customerId), customerId);
    return new About<>(
        customer,
        with.records().find(customerId, kind(), id).map(row -> rules.read(row, region(customer))));
  }

  /**
   * See {@link com.chronotech.customer360.profile.Records#add}.
   *
   * @param earlier faults found before, to be refused together with those of the rules
   */
  public About<Saved<R>> add(
      Caller caller, long customerId, RecordChange change, List<Violation> earlier) {
    with.callers().require(caller, ProfileService.WRITE);
    return with.transactions()
        .required(
            () -> {
              CustomerRow customer = locked(customerId);
              Draft draft = checked(change, earlier, null, customer);
              long id = asked(() -> with.records().insert(customerId, kind(), draft.values()));
              HostRecord row = lockedRecord(customerId, id);
              tell(Event.ADDED, row, Map.of(), customer, caller);
              return saved(customer, row, draft, false);
            });
  }

  /**
   * See {@link com.chronotech.customer360.profile.Records#change}.
   *
   * @param earlier as for {@link #add}
   * @param precondition refuses the tag that now stands, or does not
   */
  public About<Saved<R>> change(
      Caller caller,
      long customerId,
      long id,
      RecordChange change,
      List<Violation> earlier,
      Consumer<String> precondition) {
    with.callers().require(caller, ProfileService.WRITE);
    return with.transactions()
        .required(
            () -> {
              CustomerRow customer = locked(customerId);
              HostRecord before = lockedRecord(customerId, id);
              Draft draft = checked(change, earlier, before, customer);
              precondition.accept(tag(before, customer));
              if (draft.values().isEmpty()) {
                return saved(customer, before, draft, true);
              }
              asked(() -> with.records().update(customerId, kind(), id, draft.values()));
              HostRecord after = lockedRecord(customerId, id);
              Map<String, Object> old = new LinkedHashMap<>();
              draft.values().keySet().forEach(name -> old.put(name, before.fields().get(name)));
              tell(Event.CHANGED, after, old, customer, caller);
              return saved(customer, after, draft, false);
            });
  }

  /** See {@link com.chronotech.customer360.profile.Records#remove}; answers the customer. */
  public CustomerRow remove(
      Caller caller, long customerId, long id, Consumer<String> precondition) {
    with.callers().require(caller, ProfileService.WRITE);
    return with.transactions()
        .required(
            () -> {
              CustomerRow customer = locked(customerId);
              HostRecord row = lockedRecord(customerId, id);
              precondition.accept(tag(row, customer));
              asked(() -> with.records().delete(customerId, kind(), id));
              tell(Event.REMOVED, row, Map.of(), customer, caller);
              return customer;
            });
  }

  private Draft checked(
      RecordChange change, List<Violation> earlier, HostRecord standing, CustomerRow customer) {
    Draft draft =
        rules.check(
            change,
            standing,
            new Circumstances(region(customer), Year.now(with.clock()), with.phones()));
    List<Violation> faults = new ArrayList<>(earlier);
    faults.addAll(draft.faults());
    if (!faults.isEmpty()) {
      throw ProfileProblems.invalid(faults);
    }
    return draft;
  }

  private About<Saved<R>> saved(
      CustomerRow customer, HostRecord row, Draft draft, boolean unchanged) {
    R record = rules.read(row, region(customer));
    return new About<>(customer, new Saved<>(record, draft.warnings(), unchanged));
  }

  private void tell(
      Event event,
      HostRecord row,
      Map<String, Object> before,
      CustomerRow customer,
      Caller caller) {
    Locale locale = LanguageTags.spoken(customer.text(CustomerColumn.LANGUAGE_CODE));
    with.telling().tell(RecordWords.news(event, row, before, rules.title(row), locale), caller);
    with.watchers().touched(customer.id());
  }

  private CustomerRow locked(long customerId) {
    return customer(with.customers().lockedRow(customerId), customerId);
  }

  private static CustomerRow customer(Optional<CustomerRow> found, long customerId) {
    return found.orElseThrow(() -> ProfileProblems.unknownCustomer(customerId));
  }

  private HostRecord lockedRecord(long customerId, long id) {
    return with.records()
        .locked(customerId, kind(), id)
        .orElseThrow(() -> ProfileProblems.unknownRecord(id));
  }

  private String tag(HostRecord row, CustomerRow customer) {
    return rules.read(row, region(customer)).state().tag();
  }

  private static <T> T asked(Supplier<T> write) {
    try {
      return write.get();
    } catch (HostRefusal refusal) {
      throw Refused.of(refusal);
    }
  }

  /** The customer's country, where it can be told; else the shop's. */
  private String region(CustomerRow customer) {
    return Optional.ofNullable(customer.text(CustomerColumn.COUNTRY))
        .flatMap(Countries::code)
        .orElse(with.region());
  }
}
