/** The one adapter that knows ChronoTech's own tables and their variations. */
package com.chronotech.customer360.host.chronotech;
