package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import java.util.Optional;

/**
 * What all customers together tell about one: published as a service by whatever keeps figures.
 * Made of customers alone who consent to profiling. Thread-safe; read at every question, so it
 * answers from memory or in one statement a call.
 */
public interface FleetBase {

  /** What recency, frequency and money are held against; empty while there is none. */
  Optional<RfmBounds> rfm();

  /** How long customers stay away before they come back; empty while it is not known. */
  Optional<ReturnCurve> returns();
}
