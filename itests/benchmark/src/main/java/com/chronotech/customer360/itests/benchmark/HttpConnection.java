package com.chronotech.customer360.itests.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection that costs as little as it can, since it shares the machine
 * with what it measures. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 600_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];

  HttpConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /** The bytes of a GET request, to be sent again and again. */
  static byte[] get(String path, String authorization) {
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n";
    String credentials = authorization == null ? "" : "Authorization: " + authorization + "\r\n";
    return (head + credentials + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request and reads the answer away. */
  int exchange(byte[] request) throws IOException {
    return exchange(request, null);
  }

  /** Sends a request and keeps the answer's body when {@code body} is given. */
  int exchange(byte[] request, StringBuilder body) throws IOException {
    out.write(request);
    String status = line();
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).trim());
      } else if (header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
        chunked = true;
      }
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        skip(size, body);
        line();
      }
      line();
    } else if (length > 0) {
      skip(length, body);
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private void skip(int length, StringBuilder body) throws IOException {
    for (int left = length; left > 0; ) {
      int read = in.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        throw new IOException("the server hung up");
      }
      if (body != null) {
        body.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
      left -= read;
    }
  }

  private String line() throws IOException {
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      buffer[length++] = (byte) c;
    }
    return new String(buffer, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
