/** Real database servers, and the platform wired without a container, for tests. */
package com.chronotech.customer360.itests.support;
