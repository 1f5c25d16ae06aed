package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.profile.Vehicle;
import com.chronotech.customer360.profile.core.records.RecordBook;
import com.chronotech.customer360.sections.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of vehicles, each with its quick actions. Thread-safe. */
@Component(service = Section.class)
public final class VehicleSection extends RecordSection<Vehicle> {

  /** Creates the section. */
  @Activate
  public VehicleSection(@Reference RecordBook book, @Reference HostRecords host) {
    super(book.vehicles(), host, vehicles -> VehicleResource.shown(book, vehicles));
  }
}
