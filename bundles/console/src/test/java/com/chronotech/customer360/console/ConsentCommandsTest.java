package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ConsentCommandsTest {

  private final ConsentsFake consents = new ConsentsFake();

  @Test
  void statesAreToldInWordsWithWhatImpliesOrRenewsThem() throws Exception {
    assertThat(new Console().run(consentsOf(7)))
        .contains("marketing_email", "jamais demandé", "implicite, par l’achat F-2026-118")
        .contains("analytics", "accordé", "à renouveler")
        .contains("comptoir·[31m")
        .doesNotContain("\u001b");
    assertThat(new Console().speaking("en").run(consentsOf(7)))
        .contains("never asked", "due for renewal");
  }

  @Test
  void anInstantIsAskedAsOf() throws Exception {
    ConsentsCommand command = consentsOf(7);
    command.asOf = "2026-01-31T08:45:00-05:00";
    command.json = true;
    JsonNode read = new ObjectMapper().readTree(new Console().run(command));
    assertThat(consents.askedAsOf).isEqualTo(Instant.parse("2026-01-31T13:45:00Z"));
    assertThat(read.at("/1/consent/version").asInt()).isEqualTo(3);
    assertThat(read.at("/0/implied/evidence").asText()).isEqualTo("invoices:118");
  }

  @Test
  void historyAndAnInstantExcludeEachOther() {
    ConsentsCommand command = consentsOf(7);
    command.asOf = "2026-01-31T13:45:00Z";
    command.history = true;
    assertThatThrownBy(() -> new Console().run(command)).hasMessageContaining("--history");
  }

  @Test
  void everyOptionOfAGrantReachesTheService() throws Exception {
    ConsentGrantCommand command = grant("marketing_sms");
    command.notice = "1.0";
    command.language = "en-CA";
    command.channel = "phone";
    command.at = "2026-01-31T13:45:00Z";
    command.expires = "2027-01-31T00:00:00Z";
    command.evidence = "{\"form\":12}";
    command.guardian = "Marie Roy";
    command.relationship = "mother";
    command.born = "2015-04-30";

    assertThat(new Console().run(command)).contains("accordé", "version 1", "place 1");

    NewConsent told = consents.recorded.get(0);
    assertThat(told.decision()).isEqualTo(Decision.GRANTED);
    assertThat(told.type()).isEqualTo(ConsentType.MARKETING_SMS);
    assertThat(told.noticeVersion()).isEqualTo("1.0");
    assertThat(told.language()).isEqualTo("en-CA");
    assertThat(told.channel()).isEqualTo(Channel.PHONE);
    assertThat(told.occurredAt()).isEqualTo(Instant.parse("2026-01-31T13:45:00Z"));
    assertThat(told.expiresAt()).isEqualTo(Instant.parse("2027-01-31T00:00:00Z"));
    assertThat(told.evidence()).isEqualTo("{\"form\":12}");
    assertThat(told.guardian().name()).isEqualTo("Marie Roy");
    assertThat(told.birthDate()).isEqualTo(LocalDate.of(2015, 4, 30));
  }

  @Test
  void aRefusalAndAWithdrawalAreDecisionsOfTheirOwn() throws Exception {
    ConsentGrantCommand refuse = grant("analytics");
    refuse.refuse = true;
    new Console().run(refuse);
    ConsentRevokeCommand revoke = new ConsentRevokeCommand();
    revoke.consents = consents;
    revoke.customer = 7;
    revoke.type = "analytics";
    new Console().run(revoke);
    assertThat(consents.recorded)
        .extracting(NewConsent::decision)
        .containsExactly(Decision.REFUSED, Decision.REVOKED);
  }

  @Test
  void whatStoodAlreadyIsSaid() throws Exception {
    consents.unchanged = true;
    assertThat(new Console().run(grant("analytics"))).contains("rien n’a été écrit");
  }

  @Test
  void anUnknownPurposeOrChannelIsNamed() {
    assertThatThrownBy(() -> new Console().run(grant("newsletter")))
        .hasMessageContaining("newsletter");
    ConsentGrantCommand command = grant("analytics");
    command.channel = "pigeon";
    assertThatThrownBy(() -> new Console().run(command)).hasMessageContaining("pigeon");
    assertThat(consents.recorded).isEmpty();
  }

  @Test
  void aDecisionSaysYesOrNoAndWhy() throws Exception {
    ConsentDecideCommand command = new ConsentDecideCommand();
    command.consents = consents;
    command.customer = 7;
    command.type = "marketing_email";
    command.channel = "email";
    command.messageClass = "commercial";
    assertThat(new Console().run(command)).contains("Non", "jamais demandé");
    assertThat(consents.asked.messageClass()).isEqualTo(MessageClass.COMMERCIAL);
    for (DecisionReason reason : DecisionReason.values()) {
      consents.answer = reason;
      assertThat(new Console().run(command)).startsWith(reason.allowed() ? "Oui" : "Non");
      assertThat(new Console().speaking("en").run(command))
          .startsWith(reason.allowed() ? "Yes" : "No");
    }
  }

  private ConsentsCommand consentsOf(long customer) {
    ConsentsCommand command = new ConsentsCommand();
    command.consents = consents;
    command.customer = customer;
    return command;
  }

  private ConsentGrantCommand grant(String type) {
    ConsentGrantCommand command = new ConsentGrantCommand();
    command.consents = consents;
    command.customer = 7;
    command.type = type;
    return command;
  }
}
