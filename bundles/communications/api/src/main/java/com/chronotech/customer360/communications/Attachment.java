package com.chronotech.customer360.communications;

import java.util.Objects;

/** A file that goes with an e-mail. Immutable. */
public final class Attachment {
  private final String name;
  private final String contentType;
  private final byte[] content;

  /**
   * Creates an attachment; no argument may be null. What it may be is checked by {@link
   * MessageService}.
   *
   * @param name the file's name, without folders; 1 to 150 characters
   * @param contentType such as {@code application/pdf}
   * @param content its bytes, which are copied
   */
  public Attachment(String name, String contentType, byte[] content) {
    this.name = Objects.requireNonNull(name, "name");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.content = content.clone();
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** The type of what is in it. */
  public String contentType() {
    return contentType;
  }

  /** Its length in bytes. */
  public int size() {
    return content.length;
  }

  /** Its bytes; a copy. */
  public byte[] content() {
    return content.clone();
  }

  /**
   * What is told of an attachment.
   *
   * @param name the file's name
   * @param contentType its type
   * @param size its length in bytes
   * @param sha256 lower-case hex; what was sent can be proven after the bytes were purged
   */
  public record Summary(String name, String contentType, long size, String sha256) {}
}
