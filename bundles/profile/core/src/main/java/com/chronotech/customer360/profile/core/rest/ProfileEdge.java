package com.chronotech.customer360.profile.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.platform.rest.Preconditions;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileService.Changed;
import com.chronotech.customer360.profile.core.ProfileEngine;
import com.chronotech.customer360.profile.core.ProfileOverview;
import java.io.InputStream;
import java.time.Instant;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What both families of addresses do about profiles. Thread-safe. */
@Component(service = ProfileEdge.class)
public final class ProfileEdge {
  private static final int PAGE = 20;
  private static final int MOST = 100;

  private final ProfileEngine engine;
  private final ProfileOverview overview;
  private final Callers callers;
  private final IdempotentWrites writes;

  /** Creates the edge. */
  @Activate
  public ProfileEdge(
      @Reference ProfileEngine engine,
      @Reference ProfileOverview overview,
      @Reference Callers callers,
      @Reference IdempotentWrites writes) {
    this.engine = engine;
    this.overview = overview;
    this.callers = callers;
    this.writes = writes;
  }

  Response read(long id, UriInfo uri, HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Instant asOf = parameters.instant("as_of");
    parameters.check();
    Caller caller = CurrentCaller.of(callers);
    Profile profile = engine.profile(caller, id, asOf);
    return Answers.ok(
        headers,
        ProfileAnswers.profile(profile, overview.of(caller, id)),
        profile.host().privacyLevel(),
        profile.tag());
  }

  Response change(long id, InputStream body, UriInfo uri, HttpHeaders headers) {
    String reason = reason(uri);
    JsonBody json = JsonBody.read(body, ProfileBody.MAX_BYTES);
    ProfileChange change = ProfileBody.read(id, json, reason);
    return writes.once(
        "PATCH",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        json.bytes(),
        () ->
            changed(
                engine.change(
                    CurrentCaller.of(callers),
                    change,
                    state -> Preconditions.requireState(headers, state))));
  }

  Response revert(long id, String changeSet, UriInfo uri, HttpHeaders headers) {
    String reason = reason(uri);
    return writes.once(
        "POST",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        null,
        () ->
            changed(
                engine.revert(
                    CurrentCaller.of(callers),
                    id,
                    changeSet,
                    reason,
                    state -> Preconditions.requireState(headers, state))));
  }

  Response history(long id, UriInfo uri, HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    String cursor = parameters.text("cursor");
    int perPage = parameters.integer("per_page", PAGE, 1, MOST);
    parameters.check();
    Caller caller = CurrentCaller.of(callers);
    var history = engine.changes(caller, id, cursor, perPage);
    var customer = engine.customer(caller, id);
    return Answers.ok(headers, ProfileAnswers.history(customer, history), customer.privacyLevel());
  }

  private static Response changed(Changed changed) {
    Profile profile = changed.profile();
    Response done =
        Answers.done(
            ProfileAnswers.changed(profile, changed.changes()), profile.host().privacyLevel());
    return Response.fromResponse(done)
        .header(HttpHeaders.ETAG, Answers.stateTag(profile.tag()))
        .build();
  }

  private static String reason(UriInfo uri) {
    Parameters parameters = Parameters.of(uri);
    String reason = parameters.text("reason");
    parameters.check();
    return reason;
  }
}
