/** The rules of contacts, addresses and vehicles, as values. */
package com.chronotech.customer360.profile.core.records.model;
