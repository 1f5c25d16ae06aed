/** What the dealings of all customers mean, answered from kept figures. */
package com.chronotech.customer360.analytics.core.fleet;
