package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostAppointments.Appointment;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostMaintenance.Plan;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;

/**
 * All that the host holds of a customer's dealings.
 *
 * @param orders work orders
 * @param quotes quotes
 * @param billing invoices and payments
 * @param appointments appointments
 * @param answers answers after visits
 * @param garage vehicles and the plans for them
 */
public record Dealings(
    Rows<WorkOrder> orders,
    Rows<Quote> quotes,
    Billing billing,
    Rows<Appointment> appointments,
    Rows<Answer> answers,
    Garage garage) {

  /**
   * Invoices and payments.
   *
   * @param invoices with their payments
   * @param payments whether payments are told apart
   */
  public record Billing(Rows<Invoice> invoices, Availability payments) {

    /** The reason why nothing can be told of money, or of some components; null when it can. */
    public String lacking(String... components) {
      return invoices.lacking(components);
    }

    /** Whether money is known by its payments, and not by invoices marked as paid. */
    public boolean byPayments() {
      return payments.available();
    }
  }

  /**
   * Vehicles.
   *
   * @param vehicles the host's records
   * @param plans when the host plans that they come back
   */
  public record Garage(Rows<HostRecord> vehicles, Rows<Plan> plans) {}
}
