package com.chronotech.customer360.schema.migrate;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/**
 * Liquibase's words in the server's log. What it calls information is for those who look closely:
 * each start would otherwise fill a page.
 */
final class QuietLogs extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_DEFAULT;
  }

  @Override
  @SuppressWarnings("rawtypes") // The signature is Liquibase's.
  public Logger getLog(Class type) {
    return new Quiet(LoggerFactory.getLogger(type.getName()));
  }

  private static final class Quiet extends AbstractLogger {
    private final org.slf4j.Logger target;

    Quiet(org.slf4j.Logger target) {
      this.target = target;
    }

    @Override
    public void log(Level level, String message, Throwable problem) {
      if (level.equals(Level.OFF)) {
        // The greatest of all levels, and meant to say nothing.
        return;
      }
      if (level.intValue() >= Level.SEVERE.intValue()) {
        target.error(message, problem);
      } else if (level.intValue() >= Level.WARNING.intValue()) {
        target.warn(message, problem);
      } else {
        target.debug(message, problem);
      }
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
