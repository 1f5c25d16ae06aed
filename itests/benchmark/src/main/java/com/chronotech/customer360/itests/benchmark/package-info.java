/** Measures the timeline beside a raw servlet in the same container. */
package com.chronotech.customer360.itests.benchmark;
