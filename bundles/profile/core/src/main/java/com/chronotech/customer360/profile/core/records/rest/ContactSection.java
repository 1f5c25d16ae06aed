package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.profile.Contact;
import com.chronotech.customer360.profile.core.records.RecordBook;
import com.chronotech.customer360.sections.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of contacts. Thread-safe. */
@Component(service = Section.class)
public final class ContactSection extends RecordSection<Contact> {

  /** Creates the section. */
  @Activate
  public ContactSection(@Reference RecordBook book, @Reference HostRecords host) {
    super(book.contacts(), host, RecordJson::all);
  }
}
