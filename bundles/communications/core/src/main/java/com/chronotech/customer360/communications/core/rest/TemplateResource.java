package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.template.TemplateEngine;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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

/** Templates of messages. */
@Component(service = TemplateResource.class)
@JaxrsResource
@JaxrsName("customer360.message-templates")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/message-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public final class TemplateResource {
  private static final String ONE = "{code: [a-z][a-z0-9-]{0,59}}";
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final TemplateEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;

  /** Creates the resource. */
  @Activate
  public TemplateResource(
      @Reference TemplateEngine engine,
      @Reference Callers callers,
      @Reference IdempotentWrites writes) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
  }

  /** The newest version of every template. */
  @GET
  @Operation(summary = "Read every template, retired ones included")
  public Response all(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(headers, list(engine.all(CurrentCaller.of(callers))));
  }

  /** Publishes a version. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publish the next version of a template",
      description =
          "Mustache, where every value is escaped in HTML and a variable that is missing refuses the"
              + " message. promotional makes a transactional template commercial.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"code\":\"vehicule-pret\",\"channel\":\"email\","
                          + "\"message_class\":\"transactional\",\"promotional\":false,"
                          + "\"texts\":{\"fr-CA\":{\"subject\":\"{{vehicle}} est prêt\","
                          + "\"text\":\"Bonjour {{name}}, {{vehicle}} est prêt.\"},"
                          + "\"en-CA\":{\"subject\":\"{{vehicle}} is ready\","
                          + "\"text\":\"Hello {{name}}, {{vehicle}} is ready.\"}}}")))
  public Response publish(
      @Parameter(hidden = true) InputStream sent,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, TemplateJson.MAX_BYTES);
    NewTemplate template = TemplateJson.read(body);
    return writes.once(
        "POST",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        body.bytes(),
        () -> {
          MessageTemplate published = engine.publish(CurrentCaller.of(callers), template);
          return Answers.created(
              URI.create("/api/customer360/message-templates/" + published.code()), one(published));
        });
  }

  /** The version in use. */
  @GET
  @Path(ONE)
  @Operation(summary = "Read the version of a template that is sent")
  public Response current(
      @PathParam("code") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    MessageTemplate template =
        engine
            .current(CurrentCaller.of(callers), code)
            .orElseThrow(() -> CommunicationProblems.unknownTemplate(code));
    return Answers.ok(headers, one(template));
  }

  /** Every version. */
  @GET
  @Path(ONE + "/versions")
  @Operation(summary = "Read every version of a template, newest first")
  public Response versions(
      @PathParam("code") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    List<MessageTemplate> versions = engine.versions(CurrentCaller.of(callers), code);
    if (versions.isEmpty()) {
      throw CommunicationProblems.unknownTemplate(code);
    }
    return Answers.ok(headers, list(versions));
  }

  /** Retires a template. */
  @POST
  @Path(ONE + "/retire")
  @Operation(
      summary = "Retire a template",
      description = "What is queued goes on; publishing a version brings it back.")
  public Response retire(
      @PathParam("code") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return writes.once(
        "POST",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        null,
        () -> Answers.done(one(engine.retire(CurrentCaller.of(callers), code)), null));
  }

  /** Fills in a template. */
  @POST
  @Path(ONE + "/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Fill in a template without sending anything")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"language\":\"fr-CA\",\"variables\":{\"name\":\"Zoé\","
                          + "\"vehicle\":\"la camionnette\"}}")))
  public Response preview(
      @PathParam("code") String code,
      @Parameter(hidden = true) InputStream sent,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, TemplateJson.MAX_BYTES);
    String language = body.text("language");
    String object = body.object("variables");
    body.check();
    Map<String, Object> variables =
        object == null
            ? Map.of()
            : Json.mapper()
                .convertValue(Json.read(object.getBytes(StandardCharsets.UTF_8)), VARIABLES);
    Words words = engine.preview(CurrentCaller.of(callers), code, language, variables);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("subject", words.subject());
    answer.put("text", words.text());
    answer.put("html", words.html());
    return Answers.done(answer, null);
  }

  private static Map<String, Object> one(MessageTemplate template) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("template", TemplateJson.of(template));
    return answer;
  }

  private static Map<String, Object> list(List<MessageTemplate> templates) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("templates", templates.stream().map(TemplateJson::of).toList());
    return answer;
  }
}
