package com.chronotech.customer360.communications.core.mail;

import java.util.concurrent.Callable;
import javax.mail.Session;

/**
 * The mail library looks for its own parts by the thread's class loader, which in the container
 * knows nothing of them.
 */
public final class MailClasses {

  private MailClasses() {}

  /** Runs work that uses the mail library. */
  public static <T> T with(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Session.class.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
