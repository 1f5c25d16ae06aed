package com.chronotech.customer360.itests.database.profile;

import com.chronotech.customer360.itests.database.Requests;
import com.chronotech.customer360.itests.support.ProfileNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.profile.core.ProfileOverview;
import com.chronotech.customer360.profile.core.records.rest.ContactResource;
import com.chronotech.customer360.profile.core.records.rest.VehicleResource;
import com.chronotech.customer360.profile.core.rest.ProfileEdge;
import com.chronotech.customer360.profile.core.rest.ProfileResource;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** A client of the profile's resources, without the wire between. */
final class Client {
  private final Callers callers;
  private final ProfileResource profile;
  private final ContactResource contacts;
  private final VehicleResource vehicles;
  private final Map<String, String> headers = new HashMap<>();

  Client(TestPlatform platform, ProfileNode node) {
    callers = platform.callers();
    IdempotentWrites writes = new IdempotentWrites(platform.idempotentRequests(), callers);
    profile =
        new ProfileResource(
            new ProfileEdge(
                node.engine(), new ProfileOverview(platform.timeline(), callers), callers, writes));
    contacts = new ContactResource(node.book(), callers, writes);
    vehicles = new VehicleResource(node.book(), callers, writes);
  }

  ProfileResource profile() {
    return profile;
  }

  ContactResource contacts() {
    return contacts;
  }

  VehicleResource vehicles() {
    return vehicles;
  }

  /** Sends a header with the next requests. */
  Client with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sends it no longer. */
  Client without(String name) {
    headers.remove(name);
    return this;
  }

  /** Asks, as a service may. */
  @SuppressWarnings("try") // the scope is there to be closed
  Response ask(String path, BiFunction<UriInfo, HttpHeaders, Response> resource) {
    try (Callers.Scope scope = callers.enter(Caller.service("itest.client"))) {
      return resource.apply(Requests.uri(path), Requests.headers(headers));
    }
  }

  static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(Response response) {
    return Requests.json(response);
  }
}
