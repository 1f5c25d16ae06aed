/** Consents: the services, and what ties rules, tables and the REST edge together. */
package com.chronotech.customer360.consents.core;
