package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeService.NewNotice.Wording;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.notice.NoticeEngine;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The notices: what customers are shown before they decide. */
@Component(service = NoticeResource.class)
@JaxrsResource
@JaxrsName("customer360.notices")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "What customers are shown before they decide")
public final class NoticeResource {
  private static final String TYPE = "{type: [a-z_]{1,40}}";

  private final NoticeEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;

  /** Creates the resource. */
  @Activate
  public NoticeResource(
      @Reference NoticeEngine engine,
      @Reference Callers callers,
      @Reference IdempotentWrites writes) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
  }

  /** Every notice. */
  @GET
  @Operation(summary = "Read every notice, by purpose, newest first")
  public Response all(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Map<String, Object> answer = ConsentAnswers.success();
    answer.put(
        "notices", engine.all(CurrentCaller.of(callers)).stream().map(NoticeJson::of).toList());
    return Answers.ok(headers, answer);
  }

  /** The notices of a purpose. */
  @GET
  @Path(TYPE)
  @Operation(summary = "Read the notice in force of a purpose, and every one before")
  public Response ofPurpose(
      @PathParam("type") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    ConsentType type = type(code);
    List<Notice> notices =
        engine.all(CurrentCaller.of(callers)).stream()
            .filter(notice -> notice.type() == type)
            .toList();
    Optional<Notice> current =
        notices.stream().max((one, other) -> one.version().compareTo(other.version()));
    Map<String, Object> answer = ConsentAnswers.success();
    answer.put("consent_type", type.code());
    answer.put("current", current.map(NoticeJson::of).orElse(null));
    answer.put("notices", notices.stream().map(NoticeJson::of).toList());
    return Answers.ok(headers, answer);
  }

  /** Publishes a notice. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish a notice, in force at once")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"consent_type\":\"marketing_email\",\"version\":\"2.0\","
                          + "\"validity_months\":24,\"texts\":[{\"language\":\"fr-CA\","
                          + "\"title\":\"Courriels promotionnels\",\"body\":\"…\"}]}")))
  public Response publish(
      @HeaderParam(IdempotentWrites.HEADER) String key,
      @Parameter(hidden = true) InputStream sent,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, NoticeBody.MAX_BYTES);
    NewNotice notice = NoticeBody.read(body);
    return writes.once(
        "POST",
        uri,
        key,
        body.bytes(),
        () -> created(engine.publish(CurrentCaller.of(callers), notice)));
  }

  /** Adds a language to a notice. */
  @POST
  @Path(TYPE + "/{version}/texts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a language to a notice",
      description = "What is published is never changed.")
  public Response addLanguage(
      @PathParam("type") String code,
      @PathParam("version") String version,
      @HeaderParam(IdempotentWrites.HEADER) String key,
      @Parameter(hidden = true) InputStream sent,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    ConsentType type = type(code);
    JsonBody body = JsonBody.read(sent, NoticeBody.MAX_BYTES);
    String language = body.requiredText("language");
    Wording wording = NoticeBody.wording(body);
    body.check();
    return writes.once(
        "POST",
        uri,
        key,
        body.bytes(),
        () ->
            created(
                engine.addLanguage(CurrentCaller.of(callers), type, version, language, wording)));
  }

  private static Response created(Notice notice) {
    Map<String, Object> answer = ConsentAnswers.success();
    answer.put("notice", NoticeJson.of(notice));
    return Answers.created(URI.create("/api/customer360/notices/" + notice.type().code()), answer);
  }

  /** Takes back a notice that no consent refers to. */
  @DELETE
  @Path(TYPE + "/{version}")
  @Operation(
      summary = "Take back a notice that no consent refers to",
      description = "409 when one does: the notice is immutable then.")
  public Response withdraw(
      @PathParam("type") String code,
      @PathParam("version") String version,
      @HeaderParam(IdempotentWrites.HEADER) String key,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    ConsentType type = type(code);
    return writes.once(
        "DELETE",
        uri,
        key,
        null,
        () -> {
          engine.withdraw(CurrentCaller.of(callers), type, version);
          return Answers.noContent();
        });
  }

  private static ConsentType type(String code) {
    return ConsentType.ofCode(code)
        .orElseThrow(() -> ConsentProblems.notFound("consents.unknown_type", code));
  }
}
