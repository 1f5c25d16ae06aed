package com.chronotech.customer360.itests.database.sections;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many statements a tab takes: a number that must not follow what the customer has. */
class SectionStatementsTest {
  private static final Caller SERVICE = Caller.service(TestPlatform.MODULE);

  /** At most so many a tab; what begins and ends transactions is not counted. */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "profile", 8,
          "contacts", 3,
          "addresses", 3,
          "vehicles", 6,
          "activity", 6,
          "finances", 4,
          "consents", 12);

  @EveryServer
  void ofEveryTabAreAsManyForManyRowsAsForFew(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      host.consents().publishNotices("1.0");
      fill(host, 1, 2);
      fill(host, 2, 120);
      for (Section section : host.sections()) {
        List<String> few = statements(host, section, 1);
        List<String> many = statements(host, section, 2);
        assertThat(many).as("%s: %s beside %s", section.name(), many, few).hasSameSizeAs(few);
        assertThat(many).as(section.name()).hasSizeLessThanOrEqualTo(LIMITS.get(section.name()));
      }
      assertThat(host.sections()).extracting(Section::name).hasSize(LIMITS.size());
    }
  }

  @EveryServer
  void theSameStateGivesTheSameBytesAndHoldsNothingOfTheAnswerAround(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      host.consents().publishNotices("1.0");
      fill(host, 1, 3);
      for (Section section : host.sections()) {
        byte[] first = Json.write(load(host, section, 1));
        assertThat(Json.write(load(host, section, 1))).as(section.name()).isEqualTo(first);
        JsonNode json = Json.read(first);
        assertThat(json.has("success")).as(section.name()).isFalse();
        assertThat(json.size()).as(section.name()).isPositive();
        assertThat(section.words().find(Locale.CANADA, firstField(json)))
            .as("a word for %s of %s", firstField(json), section.name())
            .isPresent();
      }
    }
  }

  /** The list or object that the tab is about. */
  private static String firstField(JsonNode json) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
        return field.getKey();
      }
    }
    return "";
  }

  private static List<String> statements(SectionHost host, Section section, long customer) {
    // the first call may look at the shape of tables
    load(host, section, customer);
    host.platform().statements().takeMine();
    load(host, section, customer);
    return host.platform().statements().takeMine().stream()
        .filter(sql -> !sql.matches("(?is)\\s*(set|commit|rollback|start|begin|select 1)\\b.*"))
        .toList();
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static Map<String, Object> load(SectionHost host, Section section, long customer) {
    try (Callers.Scope scope = host.platform().callers().enter(SERVICE)) {
      return section.load(SERVICE, customer).values();
    }
  }

  private static void fill(SectionHost host, long customer, int rows) {
    String n =
        "with recursive n as (select 1 as i union all select i + 1 from n where i < " + rows + ") ";
    String of = "select " + customer + ", i";
    host.database()
        .script(
            "insert into customer_contacts (customer_id, name) "
                + n
                + of
                + " from n;insert into customer_addresses (customer_id, street) "
                + n
                + of
                + " from n;insert into vehicles (customer_id, make) "
                + n
                + of
                + " from n;insert into work_orders (customer_id, vehicle_id, status) select"
                + " customer_id, id, if(id % 2, 'completed', 'pending') from vehicles where"
                + " customer_id = "
                + customer
                + ";insert into invoices (customer_id, total_amount, status) "
                + n
                + of
                + ", 'sent' from n;insert into invoice_payments (invoice_id, amount) select id, 1"
                + " from invoices where customer_id = "
                + customer);
    List<NewActivity> activities = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      activities.add(NewActivity.of(customer, ActivityType.NOTE, "Note " + i).build());
    }
    host.platform().timeline().recordAll(activities);
    for (ConsentType type : ConsentType.values()) {
      for (int i = 0; i < Math.min(rows, 4); i++) {
        host.consents()
            .consents()
            .record(
                NewConsent.of(
                        customer, type, i % 2 == 0 ? Decision.GRANTED : Decision.REFUSED, "counter")
                    .build());
      }
    }
  }
}
