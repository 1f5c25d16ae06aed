package com.chronotech.customer360.console;

import com.chronotech.customer360.timeline.ActivityType;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the thirteen types. */
@Service
public final class ActivityTypes implements Completer {

  private final StringsCompleter codes =
      new StringsCompleter(
          Arrays.stream(ActivityType.values()).map(ActivityType::code).toArray(String[]::new));

  @Override
  public int complete(Session session, CommandLine commandLine, List<String> candidates) {
    return codes.complete(session, commandLine, candidates);
  }
}
