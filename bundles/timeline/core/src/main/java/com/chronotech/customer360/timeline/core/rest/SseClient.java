package com.chronotech.customer360.timeline.core.rest;

import javax.ws.rs.core.MediaType;
import javax.ws.rs.sse.OutboundSseEvent;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;

/** A client that hears by server-sent events. */
final class SseClient extends LiveClient {
  private final SseEventSink sink;
  private final Sse sse;
  private final LiveClients clients;

  SseClient(SseEventSink sink, Sse sse, LiveClients clients) {
    this.sink = sink;
    this.sse = sse;
    this.clients = clients;
  }

  /** Tells the client where it stands. */
  void open(String token) {
    begin();
    write(
        sse.newEventBuilder()
            .name("at")
            .id(token)
            .comment("customer360")
            .reconnectDelay(2000)
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(String.class, "{}")
            .build());
  }

  @Override
  void send(String name, String token, String json) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder().name(name).mediaType(MediaType.TEXT_PLAIN_TYPE);
    if (token != null) {
      event.id(token);
    }
    write(event.data(String.class, json).build());
  }

  @Override
  void beat() {
    if (begin()) {
      write(sse.newEventBuilder().comment("").build());
    }
  }

  private void write(OutboundSseEvent event) {
    if (sink.isClosed()) {
      close("connection lost");
      return;
    }
    try {
      sink.send(event)
          .whenComplete(
              (done, failure) -> {
                sent();
                if (failure != null) {
                  failed(failure);
                }
              });
    } catch (IllegalStateException e) {
      failed(e);
    }
  }

  @Override
  void disconnect(String reason) {
    clients.remove(this);
    sink.close();
  }
}
