/** Measures search and segments over a million customers. */
package com.chronotech.customer360.itests.benchmark.search;
