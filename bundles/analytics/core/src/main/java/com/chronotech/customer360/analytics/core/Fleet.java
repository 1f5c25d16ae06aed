package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What all customers tell about one, as far as somebody keeps it. Thread-safe. */
@Component(service = Fleet.class)
public final class Fleet {
  private volatile FleetBase base;

  /** Begins without anybody who keeps it. */
  @Activate
  public Fleet() {}

  /** Notes that it is kept. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindBase(FleetBase kept) {
    base = kept;
  }

  /** Notes that it is not kept any more. */
  public void unbindBase(FleetBase gone) {
    if (base == gone) {
      base = null;
    }
  }

  /** What a customer is held against; null while there is none. */
  RfmBounds bounds() {
    FleetBase kept = base;
    return kept == null ? null : kept.rfm().orElse(null);
  }

  /** How others come back; null while it is not known. */
  ReturnCurve returns() {
    FleetBase kept = base;
    return kept == null ? null : kept.returns().orElse(null);
  }
}
