package com.chronotech.customer360.communications.core;

import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;

/** Wakes this node's worker when there is something to do. Thread-safe. */
@Component(service = Bell.class)
public final class Bell {
  private final AtomicReference<Runnable> worker = new AtomicReference<>();

  /** Tells the worker, if there is one, to look now. */
  void ring() {
    Runnable listening = worker.get();
    if (listening != null) {
      listening.run();
    }
  }

  /** Has the worker told; null for nobody. */
  void listen(Runnable listening) {
    worker.set(listening);
  }
}
