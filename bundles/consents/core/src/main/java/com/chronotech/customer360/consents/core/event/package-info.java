/** What this node hears of changed consents, and what it tells of them. */
package com.chronotech.customer360.consents.core.event;
