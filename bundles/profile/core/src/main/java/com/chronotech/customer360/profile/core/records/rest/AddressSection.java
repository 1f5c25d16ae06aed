package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.core.records.RecordBook;
import com.chronotech.customer360.sections.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of addresses. Thread-safe. */
@Component(service = Section.class)
public final class AddressSection extends RecordSection<Address> {

  /** Creates the section. */
  @Activate
  public AddressSection(@Reference RecordBook book, @Reference HostRecords host) {
    super(book.addresses(), host, RecordJson::all);
  }
}
