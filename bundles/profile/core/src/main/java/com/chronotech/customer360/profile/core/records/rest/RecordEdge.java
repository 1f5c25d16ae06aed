package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.platform.rest.Preconditions;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.RecordChange;
import com.chronotech.customer360.profile.Records.Listing;
import com.chronotech.customer360.profile.Records.Saved;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.records.RecordEngine;
import com.chronotech.customer360.profile.core.records.RecordEngine.About;
import com.chronotech.customer360.profile.core.rest.CurrentCaller;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/**
 * What the addresses of every kind of records do. Thread-safe.
 *
 * @param <R> the kind
 */
final class RecordEdge<R extends CustomerRecord> {
  /** The names of the kinds, in the addresses and answers. */
  static final Map<RecordKind, String> PLURALS =
      Map.of(
          RecordKind.CONTACT,
          "contacts",
          RecordKind.ADDRESS,
          "addresses",
          RecordKind.VEHICLE,
          "vehicles");

  private final RecordEngine<R> engine;
  private final Callers callers;
  private final IdempotentWrites writes;
  private final Function<List<R>, List<Map<String, Object>>> shown;

  /**
   * Creates the edge of a kind.
   *
   * @param shown shows records for reading, all of them at once
   */
  RecordEdge(
      RecordEngine<R> engine,
      Callers callers,
      IdempotentWrites writes,
      Function<List<R>, List<Map<String, Object>>> shown) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
    this.shown = shown;
  }

  Response list(long customerId, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    About<Listing<R>> found = engine.list(CurrentCaller.of(callers), customerId);
    Map<String, Object> answer = success(found.customer());
    answer.put("available", found.value().availability().available());
    answer.put("unavailable_reason", found.value().availability().reason());
    answer.put(plural(), shown.apply(found.value().records()));
    return Answers.ok(headers, answer, found.customer().privacyLevel());
  }

  Response find(long customerId, long id, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    About<Optional<R>> found = engine.find(CurrentCaller.of(callers), customerId, id);
    R record = found.value().orElseThrow(() -> ProfileProblems.unknownRecord(id));
    Map<String, Object> answer = success(found.customer());
    answer.put(engine.kind().code(), shown.apply(List.of(record)).get(0));
    return Answers.ok(headers, answer, found.customer().privacyLevel(), record.state().tag());
  }

  Response add(long customerId, InputStream body, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    JsonBody json = JsonBody.read(body, RecordBody.MAX_BYTES);
    RecordChange sent = RecordBody.read(json, engine.rules());
    List<Violation> earlier = faults(json);
    return writes.once(
        "POST",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        json.bytes(),
        () -> {
          Caller caller = CurrentCaller.of(callers);
          About<Saved<R>> added = engine.add(caller, customerId, sent, earlier);
          R record = added.value().record();
          URI location =
              URI.create("/customers/" + customerId + "/" + plural() + "/" + record.id());
          return tagged(
              Answers.created(location, saved(added, caller), added.customer().privacyLevel()),
              record);
        });
  }

  Response change(long customerId, long id, InputStream body, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    JsonBody json = JsonBody.read(body, RecordBody.MAX_BYTES);
    RecordChange sent = RecordBody.read(json, engine.rules());
    List<Violation> earlier = faults(json);
    return writes.once(
        "PATCH",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        json.bytes(),
        () -> {
          Caller caller = CurrentCaller.of(callers);
          About<Saved<R>> changed =
              engine.change(
                  caller,
                  customerId,
                  id,
                  sent,
                  earlier,
                  state -> Preconditions.requireState(headers, state));
          return tagged(
              Answers.done(saved(changed, caller), changed.customer().privacyLevel()),
              changed.value().record());
        });
  }

  Response remove(long customerId, long id, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    return writes.once(
        "DELETE",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        null,
        () -> {
          CustomerRow customer =
              engine.remove(
                  CurrentCaller.of(callers),
                  customerId,
                  id,
                  state -> Preconditions.requireState(headers, state));
          Map<String, Object> answer = success(customer);
          answer.put("deleted", id);
          return Answers.done(answer, customer.privacyLevel());
        });
  }

  private Map<String, Object> saved(About<Saved<R>> saved, Caller caller) {
    Map<String, Object> answer = success(saved.customer());
    answer.put(engine.kind().code(), RecordJson.of(saved.value().record()));
    answer.put("unchanged", saved.value().unchanged());
    answer.put(
        "warnings",
        saved.value().warnings().stream().map(warning -> warning(warning, caller)).toList());
    return answer;
  }

  private static Map<String, Object> warning(Violation warning, Caller caller) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("field", warning.field());
    told.put("code", warning.code());
    told.put("message", warning.message().in(caller.locale()));
    return told;
  }

  private static Map<String, Object> success(CustomerRow customer) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("privacy_level", customer.privacyLevel());
    return answer;
  }

  private Response tagged(Response answer, R record) {
    return Response.fromResponse(answer)
        .header(HttpHeaders.ETAG, Answers.stateTag(record.state().tag()))
        .build();
  }

  /** What could not be read, to be refused together with what the rules find. */
  private static List<Violation> faults(JsonBody json) {
    try {
      json.check();
      return List.of();
    } catch (ProblemException refused) {
      return refused.violations();
    }
  }

  private String plural() {
    return PLURALS.get(engine.kind());
  }
}
