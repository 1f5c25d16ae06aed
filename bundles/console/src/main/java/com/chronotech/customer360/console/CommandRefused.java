package com.chronotech.customer360.console;

import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;

/**
 * Ends a command with a message for the person at the console. A kind of Karaf's own, so that the
 * log does not take a mistyped date for an error of the server.
 */
final class CommandRefused extends CommandException {

  private static final long serialVersionUID = 1L;

  CommandRefused(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getNiceHelp() {
    return SimpleAnsi.COLOR_RED + getMessage() + SimpleAnsi.COLOR_DEFAULT;
  }
}
