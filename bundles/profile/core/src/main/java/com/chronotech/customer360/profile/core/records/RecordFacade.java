package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.RecordService;
import com.chronotech.customer360.profile.Records;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.profile.core.ProfileFacade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Records as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = RecordService.class, scope = ServiceScope.BUNDLE)
public final class RecordFacade implements RecordService {
  private final RecordBook book;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public RecordFacade(
      @Reference RecordBook book, @Reference Callers callers, ComponentContext context) {
    this(book, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public RecordFacade(RecordBook book, Callers callers, Caller module) {
    this.book = book;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Records<Contact> contacts() {
    return new Asked<>(book.contacts());
  }

  @Override
  public Records<Address> addresses() {
    return new Asked<>(book.addresses());
  }

  @Override
  public Records<Vehicle> vehicles() {
    return new Asked<>(book.vehicles());
  }

  @Override
  public Map<Long, VehicleFacts> vehicleFacts(long customerId) {
    return book.vehicleFacts(caller(), customerId);
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  /** Records of one kind, asked for by whoever is bound to the thread at each call. */
  private final class Asked<R extends CustomerRecord> implements Records<R> {
    private final RecordEngine<R> engine;

    Asked(RecordEngine<R> engine) {
      this.engine = engine;
    }

    @Override
    public Listing<R> list(long customerId) {
      return engine.list(caller(), customerId).value();
    }

    @Override
    public Optional<R> find(long customerId, long id) {
      return engine.find(caller(), customerId, id).value();
    }

    @Override
    public Saved<R> add(long customerId, RecordChange fields) {
      return engine.add(caller(), customerId, fields, List.of()).value();
    }

    @Override
    public Saved<R> change(long customerId, long id, RecordChange change) {
      return engine
          .change(
              caller(), customerId, id, change, List.of(), ProfileFacade.mustBe(change.ifMatch()))
          .value();
    }

    @Override
    public void remove(long customerId, long id, String ifMatch) {
      engine.remove(caller(), customerId, id, ProfileFacade.mustBe(ifMatch));
    }
  }
}
