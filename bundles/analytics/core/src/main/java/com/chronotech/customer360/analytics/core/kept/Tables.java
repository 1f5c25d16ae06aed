package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.core.kept.store.BaseReads;
import com.chronotech.customer360.analytics.core.kept.store.BoundTable;
import com.chronotech.customer360.analytics.core.kept.store.DirtyTable;
import com.chronotech.customer360.analytics.core.kept.store.FindingTable;
import com.chronotech.customer360.analytics.core.kept.store.FleetComparison;
import com.chronotech.customer360.analytics.core.kept.store.FleetTable;
import com.chronotech.customer360.analytics.core.kept.store.KeptTable;
import com.chronotech.customer360.analytics.core.kept.store.MarkTable;
import com.chronotech.customer360.analytics.core.kept.store.PartTable;
import javax.sql.DataSource;

/** The tables of kept figures, together. */
record Tables(
    KeptTable kept,
    PartTable parts,
    FleetTable fleet,
    DirtyTable dirty,
    MarkTable marks,
    BoundTable bounds,
    BaseReads base,
    FindingTable findings,
    FleetComparison comparison) {

  static Tables over(DataSource dataSource) {
    return new Tables(
        new KeptTable(dataSource),
        new PartTable(dataSource),
        new FleetTable(dataSource),
        new DirtyTable(dataSource),
        new MarkTable(dataSource),
        new BoundTable(dataSource),
        new BaseReads(dataSource),
        new FindingTable(dataSource),
        new FleetComparison(dataSource));
  }
}
