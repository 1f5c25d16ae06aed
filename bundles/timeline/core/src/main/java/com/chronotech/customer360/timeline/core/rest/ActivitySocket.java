package com.chronotech.customer360.timeline.core.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WriteCallback;

/**
 * A client that hears by WebSocket. Each message is a JSON object: {@code {"event": "activity",
 * "id": "…", "data": {…}}}. What a client sends is not read; it is told so by closing.
 */
final class ActivitySocket extends LiveClient implements WebSocketListener {
  private static final int GOING_AWAY = 1001;
  private static final int UNSUPPORTED = 1003;
  private static final int TRY_AGAIN = 1013;

  private final SocketRequest request;
  private final LiveClients clients;
  private volatile Session session;

  ActivitySocket(SocketRequest request, LiveClients clients) {
    this.request = request;
    this.clients = clients;
  }

  @Override
  public void onWebSocketConnect(Session opened) {
    session = opened;
    opened.setIdleTimeout(4L * LiveClients.HEARTBEAT_SECONDS * 1000);
    clients.add(this);
    if (begin()) {
      send("open", request.since(), "{\"privacy_level\":\"" + request.privacyLevel() + "\"}");
    }
    subscribed(request.follow(this));
  }

  @Override
  void send(String name, String token, String json) {
    String id = token == null ? "null" : "\"" + token + "\"";
    String message = "{\"event\":\"" + name + "\",\"id\":" + id + ",\"data\":" + json + "}";
    session
        .getRemote()
        .sendString(
            message,
            new WriteCallback() {
              @Override
              public void writeFailed(Throwable cause) {
                sent();
                failed(cause);
              }

              @Override
              public void writeSuccess() {
                sent();
              }
            });
  }

  @Override
  void beat() {
    try {
      session.getRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  void disconnect(String reason) {
    clients.remove(this);
    Session open = session;
    if (open != null && open.isOpen()) {
      open.close("too slow".equals(reason) ? TRY_AGAIN : GOING_AWAY, reason);
    }
  }

  @Override
  public void onWebSocketText(String message) {
    refuse();
  }

  @Override
  public void onWebSocketBinary(byte[] payload, int offset, int length) {
    refuse();
  }

  private void refuse() {
    session.close(UNSUPPORTED, "this address only sends");
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason) {
    close("closed by the client");
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    failed(cause);
  }
}
