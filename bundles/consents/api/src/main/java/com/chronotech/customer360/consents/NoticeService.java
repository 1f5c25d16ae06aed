package com.chronotech.customer360.consents;

import com.chronotech.customer360.platform.caller.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The notices of every purpose. The wording shown is published here and nowhere else: a client
 * never supplies it. Published in the service registry; callers, transactions and errors as {@link
 * ConsentService} has them. Thread-safe.
 */
@ProviderType
public interface NoticeService {

  /** To publish notices. */
  Permission MANAGE = new Permission("notices.manage");

  /**
   * A notice to publish.
   *
   * @param type the purpose
   * @param version such as {@code 2.0}; greater than every one of the purpose
   * @param texts title and body by language; {@code fr-CA} must be among them
   * @param validityMonths 1 to 1,200; null until withdrawn
   * @param retentionMonths 1 to 1,200; null for ever
   */
  record NewNotice(
      ConsentType type,
      String version,
      Map<String, Wording> texts,
      Integer validityMonths,
      Integer retentionMonths) {
    /**
     * A wording.
     *
     * @param title 1 to 255 characters
     * @param body 1 to 100,000 characters of plain text
     */
    public record Wording(String title, String body) {}
  }

  /** Publishes a notice, in force at once. */
  Notice publish(NewNotice notice);

  /**
   * Adds a language to a notice. What stands is never changed.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code CONFLICT}
   *     when the notice has that language
   */
  Notice addLanguage(ConsentType type, String version, String language, NewNotice.Wording wording);

  /**
   * Takes back a notice that no consent refers to.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code CONFLICT}
   *     when one does: it is immutable then
   */
  void withdraw(ConsentType type, String version);

  /** The notice in force of a purpose; empty when none was published. */
  Optional<Notice> current(ConsentType type);

  /** A notice by its version. */
  Optional<Notice> find(ConsentType type, String version);

  /** Every notice, by purpose, newest first. */
  List<Notice> all();
}
