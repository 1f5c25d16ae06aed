package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostAppointments;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostWorkOrders;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of each kind of row. Words that may mean one thing here and another there, such as
 * {@code closed}, are left to the configuration: {@code status.<table>.<state>}.
 */
record HostWords(
    StatusWords<HostWorkOrders.State> workOrders,
    StatusWords<HostInvoices.State> invoices,
    StatusWords<HostInvoices.PaymentState> payments,
    StatusWords<HostQuotes.State> quotes,
    StatusWords<HostAppointments.State> appointments) {
  private static final String PREFIX = "status.";

  private static final Map<HostWorkOrders.State, String> WORK_ORDERS =
      Map.of(
          HostWorkOrders.State.OPEN,
          "draft pending assigned in_progress new open scheduled planned started on_hold waiting"
              + " waiting_parts brouillon en_attente assigne assignee affecte affectee en_cours"
              + " nouveau nouvelle ouvert ouverte planifie planifiee programme programmee a_faire"
              + " commence commencee en_pause suspendu suspendue en_attente_de_pieces",
          HostWorkOrders.State.COMPLETED,
          "completed complete completee done finished termine terminee fini finie",
          HostWorkOrders.State.CANCELLED,
          "cancelled canceled annule annulee");

  private static final Map<HostInvoices.State, String> INVOICES =
      Map.of(
          HostInvoices.State.DRAFT,
          "draft brouillon proforma pro_forma",
          HostInvoices.State.OPEN,
          "sent open issued overdue unpaid partial partially_paid envoyee envoye emise emis"
              + " ouverte ouvert impayee impaye en_retard echue echu partielle"
              + " partiellement_payee partiellement_paye en_attente_de_paiement",
          HostInvoices.State.PAID,
          "paid settled payee paye reglee regle acquittee acquitte soldee solde",
          HostInvoices.State.CANCELLED,
          "cancelled canceled void voided annulee annule",
          HostInvoices.State.REFUNDED,
          "refunded remboursee rembourse");

  private static final Map<HostInvoices.PaymentState, String> PAYMENTS =
      Map.of(
          HostInvoices.PaymentState.PENDING,
          "pending processing authorized en_attente en_cours en_traitement autorise",
          HostInvoices.PaymentState.CONFIRMED,
          "confirmed completed paid received succeeded cleared captured confirme complete paye"
              + " recu encaisse regle reussi",
          HostInvoices.PaymentState.FAILED,
          "failed declined rejected refused cancelled canceled bounced echoue refuse rejete annule",
          HostInvoices.PaymentState.REFUNDED,
          "refunded rembourse");

  private static final Map<HostQuotes.State, String> QUOTES =
      Map.of(
          HostQuotes.State.OPEN,
          "open sent pending viewed envoye envoyee en_attente ouvert ouverte emis emise",
          HostQuotes.State.ACCEPTED,
          "accepted approved signed won converted ordered accepte acceptee approuve approuvee"
              + " signe signee gagne gagnee converti convertie",
          HostQuotes.State.REFUSED,
          "refused rejected declined lost refuse refusee rejete rejetee decline declinee perdu"
              + " perdue",
          HostQuotes.State.LAPSED,
          "expired lapsed cancelled canceled withdrawn expire expiree perime perimee echu echue"
              + " annule annulee retire retiree",
          HostQuotes.State.DRAFT,
          "draft brouillon");

  private static final Map<HostAppointments.State, String> APPOINTMENTS =
      Map.of(
          HostAppointments.State.PLANNED,
          "scheduled confirmed planned booked rescheduled planifie confirme prevu programme"
              + " reserve reporte",
          HostAppointments.State.COMPLETED,
          "completed complete done attended termine effectue realise honore",
          HostAppointments.State.CANCELLED,
          "cancelled canceled no_show missed annule absent manque");

  /**
   * The usual words, and those of the configuration.
   *
   * @throws IllegalArgumentException if a property names a state that is none
   */
  static HostWords of(Map<String, Object> properties) {
    return new HostWords(
        words(HostWorkOrders.State.UNKNOWN, WORK_ORDERS, "work_orders", properties),
        words(HostInvoices.State.UNKNOWN, INVOICES, "invoices", properties),
        words(HostInvoices.PaymentState.UNKNOWN, PAYMENTS, "invoice_payments", properties),
        words(HostQuotes.State.UNKNOWN, QUOTES, "quotes", properties),
        words(HostAppointments.State.UNKNOWN, APPOINTMENTS, "appointments", properties));
  }

  private static <S extends Enum<S>> StatusWords<S> words(
      S unknown, Map<S, String> usual, String table, Map<String, Object> properties) {
    Class<S> states = unknown.getDeclaringClass();
    String prefix = PREFIX + table + ".";
    Map<S, List<String>> own = new EnumMap<>(states);
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            String state = name.substring(prefix.length()).toUpperCase(Locale.ROOT);
            own.put(Enum.valueOf(states, state), list(String.valueOf(value)));
          }
        });
    return new StatusWords<>(unknown, usual, own);
  }

  private static List<String> list(String words) {
    return Arrays.stream(words.split(",", -1)).filter(word -> !word.isBlank()).toList();
  }
}
