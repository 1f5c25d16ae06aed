package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;

/**
 * What a client demands of the state before its write: {@code If-Match} (RFC 9110, 13.1.1).
 *
 * <p>Tags are compared weakly, although that section asks for the strong comparison, by which a
 * weak tag matches nothing, itself neither. Ours are weak because a proxy may compress what they
 * stand for, and because they are checksums of the representation rather than names of a revision.
 * But they change with every byte of the uncompressed JSON, so that a tag which matches does mean
 * that nothing the client was shown has changed: what {@code If-Match} is there to find out.
 */
public final class Preconditions {
  private static final Pattern TAG = Pattern.compile("\\G\\s*(?:W/)?(\"[^\"]*\")\\s*(?:,\\s*|$)");

  private Preconditions() {}

  /**
   * Refuses a write whose {@code If-Match} names another state than the present one; a request
   * without the header passes.
   *
   * @param currentTag the tag of what stands, by {@link Answers#tagOf}; null when nothing stands,
   *     which no {@code If-Match} matches
   * @throws ProblemException of kind {@code STALE}, code {@code request.stale}; also when the
   *     header cannot be read, since a client that sends one means not to overwrite
   */
  public static void require(HttpHeaders headers, String currentTag) {
    String opaque = currentTag == null ? null : opaque(currentTag);
    require(headers, opaque != null, tag -> tag.equals(opaque));
  }

  /**
   * As {@link #require}, of an address whose answers name a state besides their bytes ({@link
   * Answers#ok(HttpHeaders, Object, String, String)}): whether the client has seen this state,
   * whatever surrounded it.
   *
   * @param state the name of the present state
   */
  public static void requireState(HttpHeaders headers, String state) {
    String alone = '"' + state + '"';
    String beside = '"' + state + '.';
    require(headers, true, tag -> tag.equals(alone) || tag.startsWith(beside));
  }

  private static void require(HttpHeaders headers, boolean stands, Predicate<String> current) {
    String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (wanted != null && (!stands || !matches(wanted.strip(), current))) {
      throw new ProblemException(
          ProblemException.Kind.STALE,
          "request.stale",
          LocalizedText.of(Preconditions.class, "request.stale"),
          List.of());
    }
  }

  private static boolean matches(String wanted, Predicate<String> current) {
    if (wanted.equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(wanted);
    while (tags.find()) {
      if (current.test(tags.group(1))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
