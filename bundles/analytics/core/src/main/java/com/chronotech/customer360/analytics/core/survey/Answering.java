package com.chronotech.customer360.analytics.core.survey;

import com.chronotech.customer360.analytics.core.survey.model.Grades;
import com.chronotech.customer360.analytics.core.survey.model.Invitation;
import com.chronotech.customer360.analytics.core.survey.store.AnswerTable;
import com.chronotech.customer360.analytics.core.survey.store.InvitationTable;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineService;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records answers by link. Nobody is signed in here: what may be done is what the link says, in the
 * name of this module. The first answer to a question stands. Thread-safe.
 */
@Component(service = Answering.class)
public final class Answering {
  private static final Caller SELF = Caller.service("com.chronotech.customer360.analytics-core");

  private final SurveyLinks links;
  private final InvitationTable invitations;
  private final AnswerTable answers;
  private final HostDirectory host;
  private final TimelineService timeline;
  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;

  /** Creates the recording. */
  @Activate
  public Answering(
      @Reference SurveyLinks links,
      @Reference InvitationTable invitations,
      @Reference AnswerTable answers,
      @Reference HostDirectory host,
      @Reference TimelineService timeline,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock) {
    this.links = links;
    this.invitations = invitations;
    this.answers = answers;
    this.host = host;
    this.timeline = timeline;
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
  }

  /** The question of a token; empty unless we made it and it still works. */
  public Optional<UUID> read(String token) {
    return links.read(token);
  }

  /**
   * Records an answer and its entry on the timeline, both or neither, where the question and its
   * customer are still there and it was not answered yet; does nothing else, and does not tell
   * which.
   */
  public void answer(UUID question, Grades grades) {
    transactions.run(
        () -> {
          Optional<Invitation> asked = invitations.find(question);
          Optional<HostCustomer> customer =
              asked.flatMap(invitation -> host.customer(invitation.customerId()));
          Instant now = clock.instant();
          if (customer.isPresent() && answers.add(asked.get(), grades, now)) {
            tell(asked.get(), customer.get(), grades, now);
          }
        });
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private void tell(Invitation asked, HostCustomer customer, Grades grades, Instant now) {
    Locale language = Caller.localeFor(customer.languageCode());
    try (Callers.Scope self = callers.enter(SELF)) {
      timeline.record(
          NewActivity.of(customer.id(), ActivityType.NOTE, title(grades, language))
              .description(grades.comment())
              .actor(ActorType.CUSTOMER, customer.id())
              .reference(asked.about().table(), asked.about().id())
              .occurredAt(now)
              .build());
    }
  }

  private static String title(Grades grades, Locale language) {
    if (grades.recommend() != null && grades.satisfied() != null) {
      return say("told.both", language, grades.recommend(), grades.satisfied());
    }
    if (grades.recommend() != null) {
      return say("told.recommend", language, grades.recommend());
    }
    return grades.satisfied() != null
        ? say("told.satisfied", language, grades.satisfied())
        : say("told.comment", language);
  }

  private static String say(String key, Locale language, Object... arguments) {
    return LocalizedText.of(Answering.class, key, arguments).in(language);
  }
}
