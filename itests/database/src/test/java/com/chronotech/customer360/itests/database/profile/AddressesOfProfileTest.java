package com.chronotech.customer360.itests.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import com.fasterxml.jackson.databind.JsonNode;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** The addresses of profiles and records, from body to answer. */
class AddressesOfProfileTest {

  private static Response patch(Client client, String query, String json) {
    return client.ask(
        "/customers/1/profile" + query,
        (uri, headers) -> client.profile().change(1, Client.body(json), uri, headers));
  }

  private static Response get(Client client, String query) {
    return client.ask(
        "/customers/1/profile" + query, (uri, headers) -> client.profile().read(1, uri, headers));
  }

  @EveryServer
  void profilesAreReadChangedAndLookedBackAt(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      Client client = new Client(host.platform(), host.node());
      JsonNode changed =
          Client.json(
              patch(
                  client,
                  "?reason=lettre",
                  "{\"language_code\":\"EN-ca\",\"privacy_level\":\"restreint\"}"));
      assertThat(changed.path("success").booleanValue()).isTrue();
      assertThat(changed.path("privacy_level").textValue()).isEqualTo("restreint");
      assertThat(changed.path("change_set").path("reason").textValue()).isEqualTo("lettre");
      assertThat(changed.path("change_set").path("fields")).hasSize(2);

      Response read = get(client, "");
      assertThat(read.getHeaderString("X-Privacy-Level")).isEqualTo("restreint");
      JsonNode profile = Client.json(read).path("profile");
      assertThat(profile.path("name").textValue()).isEqualTo("Camille");
      assertThat(profile.path("language_code").textValue()).isEqualTo("en-CA");
      assertThat(profile.path("available").path("email").booleanValue()).isFalse();
      assertThat(profile.path("available").path("timezone").booleanValue()).isTrue();
      assertThat(profile.path("unreadable").path("segments").textValue()).isEqualTo("VIP,Gold");
      assertThat(profile.path("activity_totals").path("system").intValue()).isEqualTo(1);
      assertThat(profile.path("last_activity").path("title").textValue())
          .startsWith("Profil modifié");

      String set = changed.path("change_set").path("id").textValue();
      String at = changed.path("change_set").path("changed_at").textValue();
      client.ask(
          "/customers/1/profile/changes/" + set + "/revert",
          (uri, headers) -> client.profile().revert(1, set, uri, headers));
      assertThat(language(get(client, ""))).isEqualTo("fr-CA");
      assertThat(language(get(client, "?as_of=" + at))).isEqualTo("en-CA");
      JsonNode history =
          Client.json(
              client.ask(
                  "/customers/1/profile/changes?per_page=1",
                  (uri, headers) -> client.profile().history(1, uri, headers)));
      assertThat(history.path("changes")).hasSize(1);
      assertThat(history.path("changes").get(0).path("reverts").textValue()).isEqualTo(set);
      assertThat(history.path("next_cursor").isTextual()).isTrue();
    }
  }

  private static String language(Response read) {
    return Client.json(read).path("profile").path("language_code").textValue();
  }

  @EveryServer
  void whatSurroundsAProfileBarsNoWriteAndIsNewToAReader(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      Client client = new Client(host.platform(), host.node());
      String tag = get(client, "").getHeaderString(HttpHeaders.ETAG);
      assertThat(get(client.with("If-None-Match", tag), "").getStatus()).isEqualTo(304);
      host.platform().timeline().record(NewActivity.of(1, ActivityType.NOTE, "Appelé").build());
      assertThat(get(client, "").getStatus()).isEqualTo(200);

      client.without("If-None-Match").with("If-Match", tag);
      Response first = patch(client, "", "{\"tax_exempt\":true}");
      assertThat(first.getStatus()).isEqualTo(200);
      ProblemException stale =
          catchThrowableOfType(
              ProblemException.class, () -> patch(client, "", "{\"tax_exempt\":false}"));
      assertThat(stale.kind()).isEqualTo(ProblemException.Kind.STALE);
      client.with("If-Match", first.getHeaderString(HttpHeaders.ETAG));
      assertThat(patch(client, "", "{\"tax_exempt\":false}").getStatus()).isEqualTo(200);
    }
  }

  @EveryServer
  void aRepeatWithItsKeyIsAnsweredAsTheFirst(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      Client client = new Client(host.platform(), host.node()).with("Idempotency-Key", "one");
      String ford = "{\"make\":\"Ford\",\"vin\":\"1M8GDM9A1KP042788\"}";
      Response first = addVehicle(client, ford);
      assertThat(first.getStatus()).isEqualTo(201);
      JsonNode made = Client.json(first);
      assertThat(made.path("warnings").get(0).path("code").textValue())
          .isEqualTo("profile.vin_check_digit");
      assertThat(first.getLocation().getPath())
          .isEqualTo("/customers/1/vehicles/" + made.path("vehicle").path("id").longValue());
      assertThat(Client.json(addVehicle(client, ford))).isEqualTo(made);
      assertThat(host.database().number("select count(*) from vehicles")).isEqualTo(1);

      JsonNode list =
          Client.json(
              client.ask(
                  "/customers/1/vehicles",
                  (uri, headers) -> client.vehicles().list(1, uri, headers)));
      assertThat(list.path("available").booleanValue()).isTrue();
      assertThat(list.path("vehicles").get(0).path("quick_actions").path("open_work_orders"))
          .hasToString("0");
    }
  }

  private static Response addVehicle(Client client, String json) {
    return client.ask(
        "/customers/1/vehicles",
        (uri, headers) -> client.vehicles().add(1, Client.body(json), uri, headers));
  }

  @EveryServer
  void everyFaultOfABodyIsToldAtOnce(DatabaseServer server) {
    try (ProfileHost host = ProfileHost.of(server, ProfileHost.RECENT)) {
      Client client = new Client(host.platform(), host.node());
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  client.ask(
                      "/customers/1/contacts",
                      (uri, headers) ->
                          client
                              .contacts()
                              .add(
                                  1,
                                  Client.body(
                                      "{\"role\":\"?\",\"email\":\"?\",\"opt_in_sms\":\"oui\","
                                          + "\"shoe_size\":42}"),
                                  uri,
                                  headers)));
      assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
      assertThat(refused.violations())
          .extracting(Violation::field)
          .containsExactlyInAnyOrder("opt_in_sms", "shoe_size", "name", "role", "email");
    }
  }
}
