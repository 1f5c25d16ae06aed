package com.chronotech.customer360.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what {@code customer360:backfill} can do. */
@Service
public final class BackfillActions implements Completer {

  private final StringsCompleter actions = new StringsCompleter(List.of("start", "stop", "status"));

  @Override
  public int complete(Session session, CommandLine commandLine, List<String> candidates) {
    return actions.complete(session, commandLine, candidates);
  }
}
