package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.analytics.core.survey.Answering;
import com.chronotech.customer360.analytics.core.survey.Asking;
import com.chronotech.customer360.analytics.core.survey.OwnSatisfaction;
import com.chronotech.customer360.analytics.core.survey.SurveyConfiguration;
import com.chronotech.customer360.analytics.core.survey.SurveyLinks;
import com.chronotech.customer360.analytics.core.survey.SurveyRound;
import com.chronotech.customer360.analytics.core.survey.Visiting;
import com.chronotech.customer360.analytics.core.survey.rest.SurveyServlet;
import com.chronotech.customer360.analytics.core.survey.store.AnswerTable;
import com.chronotech.customer360.analytics.core.survey.store.InvitationTable;
import com.chronotech.customer360.analytics.core.survey.store.StateTable;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostSatisfaction;
import com.chronotech.customer360.host.HostSources;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Questions about visits as the container wires them, over a node. Thread-safe. */
public final class SurveyNode implements AutoCloseable {
  private final SurveyConfiguration configuration;
  private final Asking asking;
  private final SurveyRound round;
  private final Answering answering;
  private final OwnSatisfaction satisfaction;

  /** Wires them; rounds go when they are told to alone. */
  public SurveyNode(TestPlatform platform, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("survey_scan_minutes", 0);
    configuration = Configurations.of(SurveyConfiguration.class, all);
    HostSources sources = TestSchema.sources(platform.dataSource());
    HostDirectory host = TestSchema.directory(platform.dataSource());
    StateTable state = new StateTable(platform.dataSource(), () -> "test");
    InvitationTable invitations = new InvitationTable(platform.dataSource(), () -> "test");
    AnswerTable answers = new AnswerTable(platform.dataSource(), () -> "test");
    SurveyLinks links = new SurveyLinks(state, TestSchema.shop(), platform.clock());
    asking =
        new Asking(
            platform.transactions(),
            platform.callers(),
            host,
            invitations,
            links,
            platform.clock(),
            configuration);
    round =
        new SurveyRound(
            new Visiting(sources, state, invitations, platform.clock(), configuration),
            asking,
            configuration);
    answering =
        new Answering(
            links,
            invitations,
            answers,
            host,
            platform.timeline(),
            platform.transactions(),
            platform.callers(),
            platform.clock());
    satisfaction = new OwnSatisfaction(answers, platform.clock(), configuration);
    satisfaction.bindAdapter(sources.satisfaction());
  }

  /** Lets messages be sent. */
  public void bind(MessageService messages) {
    asking.bindMessages(messages);
  }

  /** Makes and asks questions. */
  public SurveyRound round() {
    return round;
  }

  /** What answers did. */
  public HostSatisfaction satisfaction() {
    return satisfaction;
  }

  /** The page, with a clock of its own for its limits. */
  public SurveyServlet page(LongSupplier nanoTime) {
    return new SurveyServlet(answering, configuration, nanoTime);
  }

  @Override
  public void close() {
    round.stop();
  }
}
