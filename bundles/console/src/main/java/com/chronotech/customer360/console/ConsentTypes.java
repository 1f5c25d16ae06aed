package com.chronotech.customer360.console;

import com.chronotech.customer360.consents.ConsentType;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the six purposes of a consent. */
@Service
public final class ConsentTypes implements Completer {

  private final StringsCompleter codes =
      new StringsCompleter(
          Arrays.stream(ConsentType.values()).map(ConsentType::code).toArray(String[]::new));

  @Override
  public int complete(Session session, CommandLine commandLine, List<String> candidates) {
    return codes.complete(session, commandLine, candidates);
  }
}
