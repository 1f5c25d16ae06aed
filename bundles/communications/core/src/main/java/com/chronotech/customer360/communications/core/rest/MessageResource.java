package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.core.MessageEngine;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
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

/** The messages of a customer. */
@Component(service = MessageResource.class)
@JaxrsResource
@JaxrsName("customer360.messages")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages", description = "Messages to a customer, and what became of them")
public final class MessageResource {
  private static final String ONE = "messages/{mid: [0-9]{1,18}}";
  private static final int DEFAULT_PAGE = 20;

  private final MessageEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;
  private final Outgoing outgoing;

  /** Creates the resource. */
  @Activate
  public MessageResource(
      @Reference MessageEngine engine,
      @Reference Callers callers,
      @Reference IdempotentWrites writes) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
    this.outgoing = new Outgoing(engine, callers, writes);
  }

  /** Sends an e-mail. */
  @POST
  @Path("send-email")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send an e-mail to a customer",
      description =
          "purpose is marketing_email, service_notifications or transactional. 201 when it is"
              + " queued; 422 with code communications.refused and the reason when it may not be"
              + " sent. Asked again at the instant of sending. With Idempotency-Key a repeat gives"
              + " the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"subject\":\"Votre rendez-vous\",\"message\":\"Bonjour, votre véhicule"
                          + " est prêt.\",\"purpose\":\"transactional\"}")))
  public Response sendEmail(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return outgoing.send(id, Channel.EMAIL, body, uri, headers);
  }

  /** Sends a text message. */
  @POST
  @Path("send-sms")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send a text message to a customer",
      description = "As send-email, without subject and attachments; purpose marketing_sms.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"message\":\"Votre véhicule est prêt.\",\"purpose\":\"transactional\"}")))
  public Response sendSms(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return outgoing.send(id, Channel.SMS, body, uri, headers);
  }

  /** A customer's messages. */
  @GET
  @Path("messages")
  @Operation(summary = "Read a customer's messages, newest first")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(
      name = "before",
      in = ParameterIn.QUERY,
      description = "The next_before of the page before")
  public Response list(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int perPage = parameters.integer("per_page", DEFAULT_PAGE, 1, MessageService.MAX_PER_PAGE);
    Long before = parameters.number("before");
    parameters.check();
    Caller caller = CurrentCaller.of(callers);
    String level = engine.customer(caller, id).privacyLevel();
    List<Message> found = engine.history(caller, id, before == null ? 0 : before, perPage + 1);
    boolean more = found.size() > perPage;
    List<Message> page = more ? found.subList(0, perPage) : found;
    Map<String, Object> answer = MessageJson.success(level);
    answer.put("messages", MessageJson.list(page, caller.locale()));
    answer.put("has_more", more);
    answer.put("next_before", more ? page.get(perPage - 1).id() : null);
    return Answers.ok(headers, answer, level);
  }

  /** One message. */
  @GET
  @Path(ONE)
  @Operation(summary = "Read one message, with the decision that let it go or did not")
  public Response find(
      @PathParam("id") long id,
      @PathParam("mid") long messageId,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = CurrentCaller.of(callers);
    String level = engine.customer(caller, id).privacyLevel();
    Message message =
        engine
            .find(caller, id, messageId)
            .orElseThrow(() -> CommunicationProblems.unknownMessage(messageId));
    Map<String, Object> answer = MessageJson.success(level);
    answer.put("message", MessageJson.of(message, caller.locale(), false));
    return Answers.ok(headers, answer, level);
  }

  /** Takes back a message. */
  @POST
  @Path(ONE + "/cancel")
  @Operation(
      summary = "Take back a message that was not handed over",
      description = "409 when it was; a message that was cancelled already stays so.")
  public Response cancel(
      @PathParam("id") long id,
      @PathParam("mid") long messageId,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return writes.once(
        "POST",
        uri,
        headers.getHeaderString(IdempotentWrites.HEADER),
        null,
        () -> {
          Caller caller = CurrentCaller.of(callers);
          Message message = engine.cancel(caller, id, messageId);
          String level = engine.recipient(caller, id).privacyLevel();
          Map<String, Object> answer = MessageJson.success(level);
          answer.put("message", MessageJson.of(message, caller.locale(), false));
          return Answers.done(answer, level);
        });
  }
}
