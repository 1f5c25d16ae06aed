package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.MessageEngine;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/**
 * Sends a message for a client. A refusal is answered 422 with its reason, and is kept and told all
 * the same: the message and its entry on the timeline are committed before the answer.
 */
final class Outgoing {
  private final MessageEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;

  Outgoing(MessageEngine engine, Callers callers, IdempotentWrites writes) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
  }

  /** What a refusal is carried by, past what rolls back. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("not sent", null, false, false);
    }
  }

  Response send(
      long customerId, Channel channel, InputStream sent, UriInfo uri, HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = CurrentCaller.of(callers);
    callers.require(caller, MessageService.SEND);
    JsonBody body = JsonBody.read(sent, MessageBody.MAX_BYTES);
    NewMessage message = MessageBody.read(body, customerId, channel, null);
    String key = headers.getHeaderString(IdempotentWrites.HEADER);
    if (key == null) {
      return answered(caller, engine.send(caller, message).message());
    }
    try {
      return writes.once("POST", uri, key, body.bytes(), () -> queued(caller, message));
    } catch (Refused refused) {
      // The key was rolled back, so that the same request may succeed once there is consent.
      return answered(caller, engine.send(caller, message).message());
    }
  }

  private Response queued(Caller caller, NewMessage message) {
    Message kept = engine.send(caller, message).message();
    if (kept.state() == MessageState.REFUSED) {
      throw new Refused();
    }
    return answer(caller, kept);
  }

  private Response answered(Caller caller, Message kept) {
    if (kept.state() == MessageState.REFUSED) {
      throw CommunicationProblems.refused(kept.reason());
    }
    return answer(caller, kept);
  }

  private Response answer(Caller caller, Message message) {
    String level = engine.recipient(caller, message.customerId()).privacyLevel();
    Map<String, Object> answer = MessageJson.success(level);
    answer.put("message", MessageJson.of(message, caller.locale(), false));
    return Answers.created(
        URI.create("/api/customer360/" + message.customerId() + "/messages/" + message.id()),
        answer,
        level);
  }
}
