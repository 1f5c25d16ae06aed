package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostWorkOrders.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusWordsTest {
  private static final HostWords USUAL = HostWords.of(Map.of());

  private static HostTable table(String type, String definition) {
    HostColumn status =
        new HostColumn("status", type, definition, true, false, 20, 80, "utf8mb4", 0, 0, 0);
    return new HostTable("work_orders", 0, Map.of("status", status), Set.of());
  }

  @Test
  void theWordsOfTheHostsOwnLists() {
    for (String word : List.of("draft", "pending", "assigned", "in_progress")) {
      assertThat(USUAL.workOrders().state(word)).as(word).isEqualTo(State.OPEN);
    }
    for (String word : List.of("sent", "open", "overdue", "partially_paid")) {
      assertThat(USUAL.invoices().state(word)).as(word).isEqualTo(HostInvoices.State.OPEN);
    }
    assertThat(USUAL.workOrders().state("completed")).isEqualTo(State.COMPLETED);
    assertThat(USUAL.invoices().state("refunded")).isEqualTo(HostInvoices.State.REFUNDED);
  }

  @Test
  void caseAccentsAndSpacesCountForNothing() {
    for (String word : List.of("Terminé", "TERMINÉE", " terminee ", "Completed", "termine\u0301")) {
      assertThat(USUAL.workOrders().state(word)).as(word).isEqualTo(State.COMPLETED);
    }
    for (String word : List.of("En cours", "EN-COURS", "en_cours", "In Progress")) {
      assertThat(USUAL.workOrders().state(word)).as(word).isEqualTo(State.OPEN);
    }
    assertThat(USUAL.quotes().state("Acceptée")).isEqualTo(HostQuotes.State.ACCEPTED);
  }

  @Test
  void whatIsNotUnderstoodIsUnknown() {
    for (String word : List.of("", " ", "zorglub", "closed", "不明", "completed?!".repeat(50))) {
      assertThat(USUAL.workOrders().state(word)).as(word).isEqualTo(State.UNKNOWN);
    }
    assertThat(USUAL.workOrders().state(null)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void theConfigurationAddsWordsAndMayChangeTheirMeaning() {
    HostWords words =
        HostWords.of(
            Map.of("status.work_orders.completed", "closed, Réglé à l’amiable ,suspendu", "x", 1));
    assertThat(words.workOrders().state("CLOSED")).isEqualTo(State.COMPLETED);
    assertThat(words.workOrders().state("réglé à l’amiable")).isEqualTo(State.COMPLETED);
    assertThat(words.workOrders().state("suspendu")).isEqualTo(State.COMPLETED);
    assertThat(words.workOrders().state("suspendue")).isEqualTo(State.OPEN);
    assertThat(words.invoices().state("closed")).isEqualTo(HostInvoices.State.UNKNOWN);
    assertThatThrownBy(() -> HostWords.of(Map.of("status.quotes.zorglub", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConditionNamesTheWordsThatAnEnumHas() {
    assertThat(
            USUAL
                .workOrders()
                .condition(
                    table("enum", "enum('Terminé','en cours','l''autre','zorglub')"),
                    "status",
                    State.COMPLETED))
        .isEqualTo("t.`status` in ('Terminé')");
    assertThat(
            USUAL
                .workOrders()
                .condition(table("enum", "enum('zorglub')"), "status", State.COMPLETED))
        .isEqualTo("1 = 0");
  }

  @Test
  void aConditionOverTextNamesEveryWord() {
    assertThat(
            USUAL
                .workOrders()
                .condition(table("varchar", "varchar(20)"), "status", State.CANCELLED))
        .endsWith("in ('annule', 'annulee', 'canceled', 'cancelled')");
  }
}
