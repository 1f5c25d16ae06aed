package com.chronotech.customer360.profile.core.records;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.core.Telling;
import com.chronotech.customer360.profile.core.Watchers;
import com.chronotech.customer360.profile.core.records.model.PhoneReader;
import java.time.Clock;

/**
 * What every kind of records works with.
 *
 * @param region the shop's country, ISO 3166-1 alpha-2
 */
record RecordServices(
    Transactions transactions,
    Callers callers,
    HostCustomers customers,
    HostRecords records,
    PhoneReader phones,
    Telling telling,
    Watchers watchers,
    Clock clock,
    String region) {}
