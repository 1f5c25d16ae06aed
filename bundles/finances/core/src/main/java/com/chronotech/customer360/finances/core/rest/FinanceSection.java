package com.chronotech.customer360.finances.core.rest;

import com.chronotech.customer360.finances.FinanceService;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.finances.core.FinanceEngine;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of finances: the balance and the newest invoices. Thread-safe. */
@Component(service = Section.class)
public final class FinanceSection implements Section {
  private final FinanceEngine engine;

  /** Creates the section. */
  @Activate
  public FinanceSection(@Reference FinanceEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "finances";
  }

  @Override
  public Permission permission() {
    return FinanceService.READ;
  }

  @Override
  public Availability availability() {
    return engine.availability();
  }

  @Override
  public SectionData load(Caller caller, long customerId) {
    Finances finances = engine.invoices(caller, InvoiceQuery.of(customerId), InvoicePaging.first());
    return new SectionData(finances.privacyLevel(), InvoiceJson.page(finances, engine.currency()));
  }

  @Override
  public SectionWords words() {
    return SectionWords.beside(FinanceSection.class);
  }
}
