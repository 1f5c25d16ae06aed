/** What is done inside the container to measure consents and their ledger. */
package com.chronotech.customer360.itests.benchmark.work;
