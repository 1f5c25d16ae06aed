/** What an administrator reads of the installation. */
package com.chronotech.customer360.platform.rest.administration;
