package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.core.FleetBase;
import com.chronotech.customer360.analytics.core.kept.store.BoundTable;
import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.platform.schema.SchemaReady;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all customers tell about one, remembered for a minute: it is made once a day. */
@Component(service = FleetBase.class)
public final class KeptBase implements FleetBase {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final BoundTable bounds;
  private volatile Known known;

  /**
   * Creates it.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public KeptBase(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.bounds = new BoundTable(dataSource);
  }

  private record Known(RfmBounds rfm, ReturnCurve returns, long at) {}

  private Known known() {
    Known now = known;
    if (now == null || System.nanoTime() - now.at() > MINUTE) {
      now = new Known(bounds.rfm().orElse(null), bounds.returns().orElse(null), System.nanoTime());
      known = now;
    }
    return now;
  }

  @Override
  public Optional<RfmBounds> rfm() {
    return Optional.ofNullable(known().rfm());
  }

  @Override
  public Optional<ReturnCurve> returns() {
    return Optional.ofNullable(known().returns());
  }
}
