package com.chronotech.customer360.consents.core.transfer;

import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.consents.core.transfer.model.HostDecision;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * For which of the host's sources an administrator vouches, and under which notice they collected
 * consents. Immutable.
 */
final class Vouching {
  private static final String PREFIX = "proof.";

  private final Map<String, NoticeVersion> versions = new HashMap<>();

  /**
   * Reads the settings {@code proof.<source> = <version>}.
   *
   * @throws IllegalArgumentException when a version is none
   */
  Vouching(Map<String, ?> properties) {
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            NoticeVersion version =
                NoticeVersion.parse(String.valueOf(value).strip())
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                name + " is no version of a notice such as 1.0: " + value));
            versions.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), version);
          }
        });
  }

  /** The notice that a host's decision was made under; empty when nothing proves it. */
  Optional<StoredNotice> notice(HostDecision decision, Shelf shelf) {
    String source = decision.row().source();
    if (source == null || !decision.couldBeProven()) {
      return Optional.empty();
    }
    NoticeVersion version = versions.get(source.toLowerCase(Locale.ROOT));
    return version == null ? Optional.empty() : shelf.find(decision.type(), version);
  }
}
